package dev.slipway.provisioning.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.view.RedirectView;

/** The answer to a form that was accepted: 303, so that going back does not send it again. */
final class SeeOther {

    private SeeOther() {}

    static RedirectView to(String path) {
        var redirect = new RedirectView(path, true);
        redirect.setStatusCode(HttpStatus.SEE_OTHER);
        redirect.setExposeModelAttributes(false);
        return redirect;
    }
}
