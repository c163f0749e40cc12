package dev.slipway.access;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Whoever makes this one request, with the roles of this moment. Never kept in a session. */
final class SignedIn extends AbstractAuthenticationToken {

    private final transient Caller caller;

    SignedIn(Caller caller) {
        super(authorities(caller));
        this.caller = caller;
        super.setAuthenticated(true);
    }

    static List<GrantedAuthority> authorities(Caller caller) {
        var authorities = new ArrayList<GrantedAuthority>();
        authorities.add(new SimpleGrantedAuthority("ROLE_USER"));
        caller.roles().forEach(role -> authorities.add(new SimpleGrantedAuthority("ROLE_" + role)));
        if (caller.isApprover()) {
            authorities.add(new SimpleGrantedAuthority("ROLE_APPROVER"));
        }
        return authorities;
    }

    @Override
    public Caller getPrincipal() {
        return caller;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public String getName() {
        return caller.person().value();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && caller.equals(that.caller);
    }

    @Override
    public int hashCode() {
        return caller.hashCode();
    }
}
