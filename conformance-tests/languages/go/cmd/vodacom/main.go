package main

import (
	"context"

	. "mpesa.example/languages/support"
	api "mpesa.example/languages/vodacom"
)

func main() {
	sandbox := Read()
	vodacom := sandbox.Vodacom
	key := PortalKey(vodacom.PublicKey)
	shop := Listen(func(body map[string]any) map[string]any {
		return map[string]any{
			"output_OriginalConversationID":   body["input_OriginalConversationID"],
			"output_ResponseCode":             "0",
			"output_ResponseDesc":             "Successfully Accepted Result",
			"output_ThirdPartyConversationID": body["input_ThirdPartyConversationID"],
		}
	})
	settings := api.NewConfiguration()
	settings.Servers = api.ServerConfigurations{{URL: vodacom.BaseURL + "/sandbox/ipg/v2/vodacomTZN"}}
	settings.AddDefaultHeader("Origin", "*")
	settings.AddDefaultHeader("Content-Type", "application/json")
	client := api.NewAPIClient(settings)

	login := context.WithValue(context.Background(), api.ContextAccessToken, Encrypt(vodacom.APIKey, key))
	session, _, err := client.SessionAPI.GetSession(login).Execute()
	Must(err)
	signedIn := context.WithValue(context.Background(), api.ContextAccessToken, Encrypt(session.GetOutputSessionID(), key))

	pay := func(id string) *api.TransactionAnswer {
		answer, _, err := client.C2bAPI.C2bPayment(signedIn).C2bPaymentInput(api.C2bPaymentInput{
			InputAmount:                   "10",
			InputCountry:                  api.COUNTRY_TANZANIA,
			InputCurrency:                 api.CURRENCY_TZS,
			InputCustomerMSISDN:           "000000000001",
			InputServiceProviderCode:      vodacom.ServiceProviderCode,
			InputThirdPartyConversationID: id,
			InputTransactionReference:     "INV001",
			InputPurchasedItemsDesc:       "Tea",
		}).Execute()
		Must(err)
		return answer
	}

	id := FreshID()
	answer := pay(id)
	Equal("INS-0", answer.OutputResponseCode)
	Equal(true, answer.HasOutputTransactionID())

	state, _, err := client.TransactionsAPI.QueryTransactionStatus(signedIn).
		InputQueryReference(id).
		InputCountry(api.COUNTRY_TANZANIA).
		InputServiceProviderCode(vodacom.ServiceProviderCode).
		InputThirdPartyConversationID(FreshID()).
		Execute()
	Must(err)
	Equal(api.TRANSACTIONSTATUS_COMPLETED, state.GetOutputResponseTransactionStatus())

	Control(sandbox, "vodacom/mode", map[string]any{"asynchronous": true, "responseUrl": shop.URL("/response")})
	accepted := pay(FreshID())
	var outcome api.TransactionCallback
	shop.Next(&outcome)
	Equal("INS-0", outcome.InputResultCode)
	Equal(accepted.GetOutputConversationID(), outcome.InputOriginalConversationID)
}
