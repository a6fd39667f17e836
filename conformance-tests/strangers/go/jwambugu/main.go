// jwambugu: calls that take structures; the host is fixed. It encrypts with the operator's certificate, which it brings, and insists on https
// for the addresses of results.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"

	mpesa "github.com/jwambugu/mpesa-golang-sdk"
)

type setup struct {
	Kenya struct {
		ConsumerKey, ConsumerSecret, PayBill, Passkey, BusinessShortCode, InitiatorName, InitiatorPassword string
	}
	Msisdn    string
	Callbacks struct{ HTTP, HTTPS string }
}

var (
	given setup
	ctx   = context.Background()
)

func url(name string) string      { return given.Callbacks.HTTP + "/" + name }
func httpsURL(name string) string { return given.Callbacks.HTTPS + "/" + name }

// call calls, and says in one line of JSON when, and what the client made of the answer.
func call(name string, ask func() (*mpesa.Response, error)) *mpesa.Response {
	// So that the requests of two calls can be told apart by time.
	time.Sleep(20 * time.Millisecond)
	begun := time.Now()
	answer, err := ask()
	said, words := "accepted", ""
	if err != nil {
		said, words = "refused", err.Error()
	} else {
		text, _ := json.Marshal(answer)
		words = string(text)
		if answer.ErrorCode != "" {
			said = "refused"
		}
	}
	seconds := func(at time.Time) float64 { return float64(at.UnixMilli()) / 1000 }
	line, _ := json.Marshal(map[string]any{
		"call": name, "said": said, "words": strings.Join(strings.Fields(words), " "), "from": seconds(begun), "to": seconds(time.Now()) + 0.001,
	})
	fmt.Println(string(line))
	return answer
}

func number(text string) uint64 {
	value, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		panic(err)
	}
	return value
}

func main() {
	text, err := os.ReadFile(os.Getenv("STRANGERS_SETUP"))
	if err != nil {
		panic(err)
	}
	if err := json.Unmarshal(text, &given); err != nil {
		panic(err)
	}
	kenya := given.Kenya
	shop, payer, msisdn := uint(number(kenya.PayBill)), uint(number(kenya.BusinessShortCode)), number(given.Msisdn)
	app := mpesa.NewApp(nil, kenya.ConsumerKey, kenya.ConsumerSecret, mpesa.EnvironmentSandbox)

	call("token", func() (*mpesa.Response, error) {
		_, err := app.GenerateAccessToken(ctx)
		return &mpesa.Response{}, err
	})
	push := call("stkPush", func() (*mpesa.Response, error) {
		return app.STKPush(ctx, kenya.Passkey, mpesa.STKPushRequest{
			BusinessShortCode: shop, TransactionType: mpesa.CustomerPayBillOnlineTransactionType, Amount: 10, PartyA: uint(msisdn), PartyB: shop,
			PhoneNumber: msisdn, CallBackURL: url("stkPush"), AccountReference: "INV-001", TransactionDesc: "Test transaction",
		})
	})
	if _, err := http.Get(url("stkPush")); err != nil { // waits for the callback
		panic(err)
	}
	call("stkQuery", func() (*mpesa.Response, error) {
		return app.STKQuery(ctx, kenya.Passkey, mpesa.STKQueryRequest{BusinessShortCode: shop, CheckoutRequestID: push.CheckoutRequestID})
	})
	call("c2bRegister", func() (*mpesa.Response, error) {
		return app.RegisterC2BURL(ctx, mpesa.RegisterC2BURLRequest{
			ShortCode: shop, ResponseType: mpesa.ResponseTypeComplete, ConfirmationURL: url("confirmation"), ValidationURL: url("validation"),
		})
	})
	call("b2c", func() (*mpesa.Response, error) {
		return app.B2C(ctx, kenya.InitiatorPassword, mpesa.B2CRequest{
			InitiatorName: kenya.InitiatorName, CommandID: mpesa.BusinessPaymentCommandID, Amount: 10, PartyA: payer, PartyB: msisdn,
			Remarks: "Wages", QueueTimeOutURL: url("timeout"), ResultURL: url("b2c"), Occasion: "May",
		})
	})
	call("b2b", func() (*mpesa.Response, error) {
		return app.BusinessPayBill(ctx, kenya.InitiatorPassword, mpesa.BusinessPayBillRequest{
			AccountReference: "INV-001", Amount: 10, Initiator: kenya.InitiatorName, PartyA: payer, PartyB: shop,
			QueueTimeOutURL: httpsURL("timeout"), Remarks: "Stock", ResultURL: httpsURL("b2b"),
		})
	})
	call("accountBalance", func() (*mpesa.Response, error) {
		return app.GetAccountBalance(ctx, kenya.InitiatorPassword, mpesa.AccountBalanceRequest{
			Initiator: kenya.InitiatorName, PartyA: int(payer), QueueTimeOutURL: httpsURL("timeout"), Remarks: "Balance",
			ResultURL: httpsURL("accountBalance"),
		})
	})
	call("transactionStatus", func() (*mpesa.Response, error) {
		return app.GetTransactionStatus(ctx, kenya.InitiatorPassword, mpesa.TransactionStatusRequest{
			Initiator: kenya.InitiatorName, PartyA: payer, QueueTimeOutURL: httpsURL("timeout"), Remarks: "Status",
			ResultURL: httpsURL("transactionStatus"), TransactionID: "SKL1AB2C3D",
		})
	})
	call("qr", func() (*mpesa.Response, error) {
		_, err := app.DynamicQR(ctx, mpesa.DynamicQRRequest{
			Amount: 10, CreditPartyIdentifier: kenya.PayBill, MerchantName: "Duka", ReferenceNo: "INV-001", Size: "300",
		}, mpesa.PaybillOrBusinessNumber, false)
		return &mpesa.Response{}, err
	})
}
