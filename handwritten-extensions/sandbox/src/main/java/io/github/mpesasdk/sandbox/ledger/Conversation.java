package io.github.mpesasdk.sandbox.ledger;

/**
 * The ids of a request.
 *
 * @param market the market it was sent to, as in the path, or the name of the API
 * @param senderId the sender's id if it sent one, else one that the gateway made in its place:
 *     OriginatorConversationID, MerchantRequestID, ThirdPartyConversationID, ThirdPartyReference
 * @param id the gateway's id: ConversationID, CheckoutRequestID, InsightReference
 */
public record Conversation(String market, String senderId, String id) {

    boolean has(String one) {
        return one.equals(senderId) || one.equals(id);
    }
}
