package dev.slipway.provisioning.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Home is the catalog: it shows one's own instances first. */
@Controller
class HomeController {

    @GetMapping("/")
    String home() {
        return "redirect:/catalog";
    }
}
