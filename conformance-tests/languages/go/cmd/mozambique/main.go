package main

import (
	"context"
	"fmt"

	api "mpesa.example/languages/mozambique"
	. "mpesa.example/languages/support"
)

func main() {
	sandbox := Read()
	mozambique := sandbox.Mozambique
	business := mozambique.ServiceProviderCode
	shop := Listen(func(body map[string]any) map[string]any {
		return map[string]any{
			"output_OriginalConversationID":   body["input_OriginalConversationID"],
			"output_ResponseCode":             "0",
			"output_ResponseDesc":             "Successfully Accepted Result",
			"output_ThirdPartyConversationID": body["input_ThirdPartyReference"],
		}
	})
	signedIn := context.WithValue(context.Background(), api.ContextAccessToken,
		Encrypt(mozambique.APIKey, PortalKey(mozambique.PublicKey)))

	// Every operation has a port of its own: x-port in the spec, another one in the sandbox.
	at := func(operation string) *api.APIClient {
		settings := api.NewConfiguration()
		settings.Servers = api.ServerConfigurations{
			{URL: fmt.Sprintf("http://127.0.0.1:%d/ipg/v1x", mozambique.Ports[operation])}}
		settings.AddDefaultHeader("Origin", "developer.mpesa.vm.co.mz")
		settings.AddDefaultHeader("Content-Type", "application/json")
		return api.NewAPIClient(settings)
	}

	pay := func(id string) *api.TransactionAnswer {
		answer, _, err := at("c2bPayment").C2bAPI.C2bPayment(signedIn).C2bPaymentInput(api.C2bPaymentInput{
			InputTransactionReference: "INV001",
			InputCustomerMSISDN:       "258843330333",
			InputAmount:               "0.50",
			InputThirdPartyReference:  id,
			InputServiceProviderCode:  business,
		}).Execute()
		Must(err)
		return answer
	}

	id := FreshID()
	answer := pay(id)
	Equal("INS-0", answer.OutputResponseCode)
	Equal(true, answer.HasOutputTransactionID())

	supplier, _, err := at("b2bPayment").B2bAPI.B2bPayment(signedIn).B2bPaymentInput(api.B2bPaymentInput{
		InputTransactionReference: "SUPPLY7",
		InputAmount:               "10",
		InputThirdPartyReference:  FreshID(),
		InputPrimaryPartyCode:     business,
		InputReceiverPartyCode:    mozambique.ReceiverPartyCode,
	}).Execute()
	Must(err)
	Equal("INS-0", supplier.OutputResponseCode)

	state, _, err := at("queryTransactionStatus").TransactionsAPI.QueryTransactionStatus(signedIn).
		InputThirdPartyReference(FreshID()).
		InputQueryReference(id).
		InputServiceProviderCode(business).
		Execute()
	Must(err)
	Equal(api.TRANSACTIONSTATUS_COMPLETED, state.GetOutputResponseTransactionStatus())

	Control(sandbox, "mozambique/mode", map[string]any{"asynchronous": true, "responseUrl": shop.URL("/response")})
	accepted := pay(FreshID())
	var outcome api.TransactionCallback
	shop.Next(&outcome)
	Equal("0", outcome.InputResultCode)
	Equal(accepted.GetOutputConversationID(), outcome.InputOriginalConversationID)
}
