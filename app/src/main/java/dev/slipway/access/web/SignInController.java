package dev.slipway.access.web;

import dev.slipway.access.SignInOffers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInController {

    private static final List<String> NEWS = List.of("wrong", "locked", "expired", "unknown", "signed-out");

    private final SignInOffers offers;

    SignInController(SignInOffers offers) {
        this.offers = offers;
    }

    @GetMapping("/sign-in")
    String page(@RequestParam Map<String, String> asked, Model model) {
        Optional<String> news = NEWS.stream().filter(asked::containsKey).findFirst();
        model.addAttribute("offer", offers.get());
        model.addAttribute("news", news.orElse(""));
        return "access/sign-in";
    }
}
