package main

import (
	"context"
	"encoding/base64"
	"fmt"
	"time"

	"mpesa.example/languages/daraja"
	. "mpesa.example/languages/support"
)

func main() {
	kenya := Read().Kenya
	shop := Listen(func(map[string]any) map[string]any {
		return map[string]any{"ResultCode": 0, "ResultDesc": "Accepted"}
	})
	settings := daraja.NewConfiguration()
	settings.Servers = daraja.ServerConfigurations{{URL: kenya.BaseURL}}
	client := daraja.NewAPIClient(settings)

	app := context.WithValue(context.Background(), daraja.ContextBasicAuth,
		daraja.BasicAuth{UserName: kenya.ConsumerKey, Password: kenya.ConsumerSecret})
	token, _, err := client.AuthorizationAPI.Token(app).GrantType(daraja.GRANTTYPE_CLIENT_CREDENTIALS).Execute()
	Must(err)
	signedIn := context.WithValue(context.Background(), daraja.ContextAccessToken, token.AccessToken)

	timestamp := time.Now().In(time.FixedZone("EAT", 3*3600)).Format("20060102150405")
	password := base64.StdEncoding.EncodeToString([]byte(kenya.PayBill + kenya.Passkey + timestamp))
	push, _, err := client.StkAPI.StkPush(signedIn).StkPushInput(daraja.StkPushInput{
		BusinessShortCode: kenya.PayBill,
		Password:          password,
		Timestamp:         timestamp,
		TransactionType:   daraja.TRANSACTIONTYPE_CUSTOMER_PAY_BILL_ONLINE,
		Amount:            "1",
		PartyA:            "254708374149",
		PartyB:            kenya.PayBill,
		PhoneNumber:       "254708374149",
		CallBackURL:       shop.URL("/pay/9f2c41d07be8"),
		AccountReference:  "INV-001",
		TransactionDesc:   "Tea",
	}).Execute()
	Must(err)
	Equal("0", push.ResponseCode)

	var callback daraja.StkCallbackEnvelope
	shop.Next(&callback)
	paid := callback.Body.StkCallback
	Equal(float64(0), paid.ResultCode)
	Equal(push.CheckoutRequestID, paid.CheckoutRequestID)
	Equal("Amount", paid.CallbackMetadata.Item[0].Name)
	Equal(float64(1), paid.CallbackMetadata.Item[0].Value)

	state, _, err := client.StkAPI.StkQuery(signedIn).StkQueryInput(daraja.StkQueryInput{
		BusinessShortCode: kenya.PayBill,
		Password:          password,
		Timestamp:         timestamp,
		CheckoutRequestID: push.CheckoutRequestID,
	}).Execute()
	Must(err)
	Equal("0", fmt.Sprint(state.ResultCode))

	payout, _, err := client.B2cAPI.B2cPaymentV3(signedIn).B2cPaymentV3Input(daraja.B2cPaymentV3Input{
		OriginatorConversationID: FreshID(),
		InitiatorName:            kenya.InitiatorName,
		SecurityCredential:       Encrypt(kenya.InitiatorPassword, CertificateKey(kenya.Certificate)),
		CommandID:                daraja.B2CCOMMANDID_BUSINESS_PAYMENT,
		Amount:                   "10",
		PartyA:                   kenya.BusinessShortCode,
		PartyB:                   "254708374149",
		Remarks:                  "Payout",
		QueueTimeOutURL:          shop.URL("/timeout/5d13a0c7e9b2"),
		ResultURL:                shop.URL("/result/5d13a0c7e9b2"),
	}).Execute()
	Must(err)
	Equal("0", payout.ResponseCode)

	var message daraja.ResultEnvelope
	shop.Next(&message)
	Equal("0", fmt.Sprint(message.Result.ResultCode))
	Equal(payout.ConversationID, message.Result.ConversationID)
	amount := ""
	for _, each := range message.Result.ResultParameters.ResultParameter.([]any) {
		parameter := each.(map[string]any)
		if parameter["Key"] == "TransactionAmount" {
			amount = fmt.Sprint(parameter["Value"])
		}
	}
	Equal("10", amount)
}
