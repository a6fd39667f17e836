package mpesatest_test

// What the helper does, shown by plain HTTP: put your own client in the place of push.

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"mpesasandbox/mpesatest"
)

const (
	customer = "254708374149"
	soon     = 10 * time.Second
)

func TestMain(m *testing.M) { os.Exit(mpesatest.Main(m)) }

func TestAnApprovedPushIsCalledBackWithAReceipt(t *testing.T) {
	t.Parallel()
	mpesa := mpesatest.New(t)
	accepted := push(t, mpesa)

	callback := mpesa.WaitForCallback("/paid", soon)

	if result(callback)["ResultCode"] != 0.0 || !strings.Contains(callback.Text, "MpesaReceiptNumber") {
		t.Errorf("not approved: %s", callback.Text)
	}
	if result(callback)["CheckoutRequestID"] != accepted["CheckoutRequestID"] {
		t.Errorf("of another push: %s", callback.Text)
	}
	if !strings.HasPrefix(callback.Header.Get("Content-Type"), "application/json") {
		t.Errorf("headers: %v", callback.Header)
	}
	seesOnePush(t, mpesa)
}

// It runs beside the other one, with the same customer.
func TestACancelledPushIsCalledBackWith1032(t *testing.T) {
	t.Parallel()
	mpesa := mpesatest.New(t)
	mpesa.Phone("cancels", customer)
	push(t, mpesa)

	callback := mpesa.WaitForCallback("", soon)

	if result(callback)["ResultCode"] != 1032.0 {
		t.Errorf("not cancelled: %s", callback.Text)
	}
	seesOnePush(t, mpesa)
}

func TestAResetBeginsAnew(t *testing.T) {
	t.Parallel()
	mpesa := mpesatest.New(t)
	mpesa.Phone("cancels", "")
	push(t, mpesa)
	mpesa.WaitForCallback("/paid", soon)

	mpesa.Reset()

	if sent := mpesa.Journal("kenya").Exchanges; len(sent) != 0 {
		t.Errorf("still there: %v", sent)
	}
	push(t, mpesa)
	if callback := mpesa.WaitForCallback("/paid", soon); result(callback)["ResultCode"] != 0.0 {
		t.Errorf("the phone still cancels: %s", callback.Text)
	}
}

func TestACallbackThatDoesNotComeFailsTheTest(t *testing.T) {
	t.Parallel()
	failed := &failing{TB: t}
	mpesa := mpesatest.New(failed)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		defer func() { recover() }()
		mpesa.WaitForCallback("/paid", 100*time.Millisecond)
	}()
	<-ended
	if !strings.Contains(failed.message, `no callback came at "/paid" within 100ms`) {
		t.Errorf("it said %q", failed.message)
	}
}

func TestVodacomsGatewaysGetTheirIdsBack(t *testing.T) {
	t.Parallel()
	mpesa := mpesatest.New(t)
	for _, reference := range []string{"input_ThirdPartyConversationID", "input_ThirdPartyReference"} {
		reply := send(t, http.MethodPost, mpesa.CallbackURL("/done"), "",
			map[string]string{"input_OriginalConversationID": "c-1", reference: "t-1"})
		if reply["output_OriginalConversationID"] != "c-1" || reply["output_ThirdPartyConversationID"] != "t-1" {
			t.Errorf("the reply to %s is %v", reference, reply)
		}
	}
}

func TestAWrongControlSaysWhatIsAllowed(t *testing.T) {
	t.Parallel()
	err := mpesatest.New(t).TryControl("kenya/phone", map[string]any{"behaviour": "dances"})
	if err == nil || !strings.Contains(err.Error(), "entersWrongPin") {
		t.Errorf("it said %v", err)
	}
}

func TestATenantIsRemovedAtItsEnd(t *testing.T) {
	var address, name string
	t.Run("within", func(t *testing.T) {
		mpesa := mpesatest.New(t)
		address, name = mpesa.Kenya["baseUrl"], mpesa.Name
		if status := find(t, address, name); status != http.StatusOK {
			t.Errorf("%s is answered with %d", name, status)
		}
	})
	if status := find(t, address, name); status != http.StatusNotFound {
		t.Errorf("%s is answered with %d", name, status)
	}
}

func TestASandboxThatWasStartedIsGoneAtTheEnd(t *testing.T) {
	if os.Getenv("MPESA_SANDBOX_URL") != "" {
		t.Skip("MPESA_SANDBOX_URL names a sandbox that somebody else started")
	}
	sandbox, err := mpesatest.FindOrStart()
	if err != nil {
		t.Fatal(err)
	}
	if status := find(t, sandbox.URL, "default"); status != http.StatusOK {
		t.Errorf("it answers with %d", status)
	}
	sandbox.Close()
	if response, err := http.Get(sandbox.URL + "/_sandbox/health"); err == nil {
		response.Body.Close()
		t.Error("it still answers")
	}
}

func TestASandboxThatCannotStartSaysWhatToSet(t *testing.T) {
	t.Setenv("MPESA_SANDBOX_URL", "")
	t.Setenv("MPESA_JAR", "")
	t.Setenv("MPESA", "no-such-program")
	if _, err := mpesatest.FindOrStart(); err == nil || !strings.Contains(err.Error(), "set MPESA_SANDBOX_URL") {
		t.Errorf("it said %v", err)
	}
}

// failing keeps the message of a test that fails, and ends it as testing does.
type failing struct {
	testing.TB
	message string
}

func (f *failing) Fatalf(format string, arguments ...any) {
	f.message = fmt.Sprintf(format, arguments...)
	panic(f.message)
}

func push(t *testing.T, mpesa *mpesatest.Tenant) map[string]any {
	t.Helper()
	kenya := mpesa.Kenya
	basic := base64.StdEncoding.EncodeToString([]byte(kenya["consumerKey"] + ":" + kenya["consumerSecret"]))
	token := send(t, http.MethodGet, kenya["baseUrl"]+"/oauth/v1/generate?grant_type=client_credentials", "Basic "+basic, nil)
	now := time.Now().Format("20060102150405")
	return send(t, http.MethodPost, kenya["baseUrl"]+"/mpesa/stkpush/v1/processrequest", fmt.Sprint("Bearer ", token["access_token"]),
		map[string]string{
			"BusinessShortCode": kenya["payBill"],
			"Password":          base64.StdEncoding.EncodeToString([]byte(kenya["payBill"] + kenya["passkey"] + now)),
			"Timestamp":         now,
			"TransactionType":   "CustomerPayBillOnline",
			"Amount":            "10",
			"PartyA":            customer,
			"PartyB":            kenya["payBill"],
			"PhoneNumber":       customer,
			"CallBackURL":       mpesa.CallbackURL("/paid"),
			"AccountReference":  "INV-001",
			"TransactionDesc":   "Tea",
		})
}

func send(t *testing.T, method, url, authorization string, body map[string]string) map[string]any {
	t.Helper()
	text, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequest(method, url, bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if body == nil {
		request.Body, request.ContentLength = nil, 0
	}
	request.Header.Set("Authorization", authorization)
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	var answer map[string]any
	if err := json.NewDecoder(response.Body).Decode(&answer); err != nil || response.StatusCode != http.StatusOK {
		t.Fatalf("%s was answered with %d: %v", url, response.StatusCode, answer)
	}
	return answer
}

func result(callback mpesatest.Callback) map[string]any {
	return callback.JSON["Body"].(map[string]any)["stkCallback"].(map[string]any)
}

func seesOnePush(t *testing.T, mpesa *mpesatest.Tenant) {
	t.Helper()
	pushes := 0
	for _, exchange := range mpesa.Journal("kenya").Exchanges {
		if exchange["operation"] == "stkPush" {
			pushes++
		}
	}
	if pushes != 1 || len(mpesa.Waiting()) != 0 {
		t.Errorf("%d pushes in the journal, and these callbacks wait: %v", pushes, mpesa.Waiting())
	}
}

func find(t *testing.T, address, tenant string) int {
	t.Helper()
	request, err := http.NewRequest(http.MethodGet, address+"/_sandbox/tenants/"+tenant, nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+os.Getenv("MPESA_SANDBOX_CONTROL_TOKEN"))
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	return response.StatusCode
}
