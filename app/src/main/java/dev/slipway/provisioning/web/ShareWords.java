package dev.slipway.provisioning.web;

import dev.slipway.gpu.ShareOption;
import dev.slipway.gpu.Sharing;
import dev.slipway.provisioning.InstanceView;
import java.math.BigDecimal;

/** Names of shares and means as pages write them. */
final class ShareWords {

    private ShareWords() {}

    static String title(ShareOption option) {
        return title(option.profile(), option.sharing(), option.model().name());
    }

    static String title(InstanceView.Share share) {
        return title(share.profile(), share.sharing(), share.deviceModel());
    }

    /** {@code 8}, {@code 0.5}. */
    static String cores(long millis) {
        return BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString();
    }

    private static String title(String profile, Sharing sharing, String deviceModel) {
        return switch (sharing) {
            case WHOLE -> "Whole " + deviceModel;
            case MIG -> profile;
            case TIME_SLICED -> profile + " " + deviceModel;
        };
    }
}
