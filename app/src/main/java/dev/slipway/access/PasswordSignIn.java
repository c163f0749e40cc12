package dev.slipway.access;

import java.util.concurrent.CompletableFuture;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Name and password against what is stored. The answer takes as long for a name that nobody has. As the only provider among
 * the beans it is asked by the global manager; a filter chain that named it too would ask, and count, twice.
 */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final PersonRepository people;
    private final SignInAttempts attempts;
    private final PasswordEncoder encoder;
    private final CompletableFuture<String> nobodys;

    PasswordSignIn(PersonRepository people, SignInAttempts attempts, PasswordEncoder encoder) {
        this.people = people;
        this.attempts = attempts;
        this.encoder = encoder;
        this.nobodys = CompletableFuture.supplyAsync(() -> String.valueOf(encoder.encode("nobody has this password")));
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var name = PersonIds.of(attempt.getName()).map(Object::toString).orElse("");
        var password = String.valueOf(attempt.getCredentials());
        if (name.isEmpty()) {
            encoder.matches(password, nobodys.join());
            throw wrong();
        }
        if (!attempts.begin(name)) {
            throw new LockedException("Too many attempts");
        }
        var stored = people.findEnabled(name).flatMap(Person::password);
        var right = encoder.matches(password, stored.orElseGet(nobodys::join));
        if (!right || stored.isEmpty()) {
            throw wrong();
        }
        attempts.succeeded(name);
        var person =
                User.withUsername(name).password("").authorities("ROLE_USER").build();
        return UsernamePasswordAuthenticationToken.authenticated(person, null, person.getAuthorities());
    }

    private static BadCredentialsException wrong() {
        return new BadCredentialsException("Wrong name or password");
    }

    @Override
    public boolean supports(Class<?> kind) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
    }
}
