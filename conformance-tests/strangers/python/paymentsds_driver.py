"""paymentsds-mpesa: Vodacom Mozambique's own API; the host can be set, the six ports are fixed."""

from driver import SETUP, call
from paymentsds.mpesa import Client

mozambique = SETUP["mozambique"]
client = Client(
    api_key=mozambique["apiKey"], public_key=mozambique["publicKey"], service_provider_code=mozambique["serviceProviderCode"],
    initiator_identifier=mozambique["initiatorIdentifier"], security_credential=mozambique["securityCredential"], verify_ssl=True,
)


def ok(answer):
    return answer.success


call("c2bPayment", lambda: client.receive({"from": SETUP["mozambicanMsisdn"], "reference": "PDS1", "transaction": "T12344C", "amount": "10"}), ok)
call("b2cPayment", lambda: client.send({"to": SETUP["mozambicanMsisdn"], "reference": "PDS2", "transaction": "T12345C", "amount": "10"}), ok)
call("b2bPayment", lambda: client.send({"to": mozambique["receiverPartyCode"], "reference": "PDS3", "transaction": "T12346C", "amount": "10"}), ok)
call("queryTransactionStatus", lambda: client.query({"subject": "PDS1", "reference": "PDS4"}), ok)
# Its answers lose the id of a transaction, so that it can only ask for one that the gateway does not know.
call("reversal", lambda: client.revert({"transaction": SETUP["unknownTransaction"], "reference": "PDS5", "amount": "10"}), ok)
