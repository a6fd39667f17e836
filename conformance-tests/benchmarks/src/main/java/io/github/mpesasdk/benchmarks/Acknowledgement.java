package io.github.mpesasdk.benchmarks;

import com.google.gson.annotations.SerializedName;
import org.jspecify.annotations.Nullable;

/** The answer to a push, written by hand as well. */
public final class Acknowledgement {

    @SerializedName("MerchantRequestID")
    public @Nullable String merchantRequestId;

    @SerializedName("CheckoutRequestID")
    public @Nullable String checkoutRequestId;

    @SerializedName("ResponseCode")
    public @Nullable String responseCode;

    @SerializedName("ResponseDescription")
    public @Nullable String responseDescription;

    @SerializedName("CustomerMessage")
    public @Nullable String customerMessage;
}
