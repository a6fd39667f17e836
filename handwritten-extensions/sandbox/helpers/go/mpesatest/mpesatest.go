// Package mpesatest gives each Go test an M-Pesa of its own: credentials, phones, books, faults and journal that no other
// test sees. Copy the folder into your module, such as to internal/mpesatest; it needs the standard library alone. The
// variables that it looks at are in the README beside this folder.
//
//	func TestCheckout(t *testing.T) {
//		t.Parallel()
//		mpesa := mpesatest.New(t)
//		mpesa.Phone("cancels", "254708374149")
//		// ... let your code take a payment at mpesa.Kenya["baseUrl"], called back at mpesa.CallbackURL("/paid")
//		callback := mpesa.WaitForCallback("/paid", 10*time.Second)
//	}
package mpesatest

import (
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"sync"
	"testing"
	"time"
)

// Tenant is what one test has of the sandbox. The maps hold the address and the credentials of a market, by the names of
// the sandbox's first line, such as baseUrl and consumerKey.
type Tenant struct {
	Name                            string
	Kenya, Vodacom, Mozambique, DRC Market
	// Reply makes the reply, a status and a text, to a callback. Set another one, before anything is sent, to refuse a
	// C2B validation, or to reply in XML.
	Reply func(Callback) (int, string)

	t       testing.TB
	sandbox *Sandbox
	own     string
	address string
	mutex   sync.Mutex
	waiting []Callback
	arrived chan struct{}
}

// Market has texts by name; what is no text, such as Mozambique's ports, is left as it is in JSON.
type Market map[string]string

// UnmarshalJSON reads the description of a market.
func (m *Market) UnmarshalJSON(text []byte) error {
	var members map[string]json.RawMessage
	if err := json.Unmarshal(text, &members); err != nil {
		return err
	}
	*m = Market{}
	for name, value := range members {
		var member string
		if json.Unmarshal(value, &member) != nil {
			member = string(value)
		}
		(*m)[name] = member
	}
	return nil
}

// Callback is what M-Pesa sent. JSON is nil where the body is no JSON object.
type Callback struct {
	Path   string
	Header http.Header
	Text   string
	JSON   map[string]any
}

// Journal holds the requests and callbacks of a test at a market.
type Journal struct {
	Exchanges  []map[string]any
	Deliveries []map[string]any
}

// New makes a tenant for a test and removes it at the test's end. Without Main, or a sandbox that MPESA_SANDBOX_URL
// names, it also starts a sandbox for this test alone.
func New(t testing.TB) *Tenant {
	t.Helper()
	sandbox := shared
	if sandbox == nil {
		started, err := FindOrStart()
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(started.Close)
		sandbox = started
	}
	var description struct {
		Tenant                          string
		Kenya, Vodacom, Mozambique, DRC Market
	}
	if err := sandbox.call(http.MethodPost, "/_sandbox/tenants", struct{}{}, &description); err != nil {
		t.Fatal(err)
	}
	tenant := &Tenant{
		Name: description.Tenant, Kenya: description.Kenya, Vodacom: description.Vodacom,
		Mozambique: description.Mozambique, DRC: description.DRC, Reply: UsualReply,
		t: t, sandbox: sandbox, own: "/_sandbox/tenants/" + description.Tenant, arrived: make(chan struct{}, 1),
	}
	t.Cleanup(func() {
		if err := sandbox.call(http.MethodDelete, tenant.own, nil, nil); err != nil {
			t.Error(err)
		}
	})
	tenant.listen()
	return tenant
}

// Phone says what a customer does with a prompt, or all customers if the number is empty: approves, entersWrongPin,
// cancels, ignores, hasTooLittleMoney, or asks a person on the sandbox's page. It is about Kenya; Control reaches the
// phones of other markets.
func (m *Tenant) Phone(behaviour, msisdn string) {
	m.t.Helper()
	argument := map[string]any{"behaviour": behaviour}
	if msisdn != "" {
		argument["msisdn"] = msisdn
	}
	m.Control("kenya/phone", argument)
}

// CallbackURL is an address to give to M-Pesa: what is sent there is for WaitForCallback.
func (m *Tenant) CallbackURL(path string) string {
	return m.address + path
}

// WaitForCallback returns the first callback that was not yet taken, at this path or, if it is empty, at any. The test
// fails if none comes in time. Call it on the goroutine of the test.
func (m *Tenant) WaitForCallback(path string, limit time.Duration) Callback {
	m.t.Helper()
	timeout := time.After(limit)
	for {
		if callback, found := m.take(path); found {
			return callback
		}
		select {
		case <-m.arrived:
		case <-timeout:
			m.t.Fatalf("no callback came at %q within %s; others that wait: %v", path, limit, m.Waiting())
		}
	}
}

// Waiting returns the callbacks that nobody has taken yet.
func (m *Tenant) Waiting() []Callback {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	return append([]Callback(nil), m.waiting...)
}

// Control is for all else: Control("kenya/faults", map[string]any{"operation": "stkPush", "fault": "HTML_503"}).
func (m *Tenant) Control(path string, argument map[string]any) {
	m.t.Helper()
	if err := m.TryControl(path, argument); err != nil {
		m.t.Fatal(err)
	}
}

// TryControl is Control for who wants the complaint.
func (m *Tenant) TryControl(path string, argument map[string]any) error {
	return m.sandbox.call(http.MethodPost, m.own+"/"+path, argument, nil)
}

// Journal returns what this test sent to a market and what was sent back.
func (m *Tenant) Journal(market string) Journal {
	m.t.Helper()
	var journal Journal
	if err := m.sandbox.call(http.MethodGet, m.own+"/"+market+"/journal", nil, &journal); err != nil {
		m.t.Fatal(err)
	}
	return journal
}

// Reset begins anew within a test; credentials and tokens stay.
func (m *Tenant) Reset() {
	m.t.Helper()
	m.Control("reset", map[string]any{})
	m.mutex.Lock()
	defer m.mutex.Unlock()
	m.waiting = nil
}

func (m *Tenant) take(path string) (Callback, bool) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	for i, callback := range m.waiting {
		if path == "" || path == callback.Path {
			m.waiting = append(m.waiting[:i:i], m.waiting[i+1:]...)
			return callback, true
		}
	}
	return Callback{}, false
}

func (m *Tenant) listen() {
	here, host := "127.0.0.1", os.Getenv("MPESA_CALLBACK_HOST")
	if host == "" {
		host = here
	} else {
		here = ""
	}
	listener, err := net.Listen("tcp", here+":0")
	if err != nil {
		m.t.Fatal(err)
	}
	m.address = fmt.Sprintf("http://%s:%d", host, listener.Addr().(*net.TCPAddr).Port)
	server := &http.Server{Handler: http.HandlerFunc(m.receive)}
	go server.Serve(listener)
	m.t.Cleanup(func() { server.Close() })
}

func (m *Tenant) receive(response http.ResponseWriter, request *http.Request) {
	text, err := io.ReadAll(request.Body)
	if err != nil {
		return
	}
	callback := Callback{Path: request.URL.Path, Header: request.Header, Text: string(text)}
	if json.Unmarshal(text, &callback.JSON) != nil {
		callback.JSON = nil
	}
	status, reply := m.Reply(callback)
	kind := "text/xml"
	if strings.HasPrefix(reply, "{") {
		kind = "application/json"
	}
	response.Header().Set("Content-Type", kind)
	response.WriteHeader(status)
	io.WriteString(response, reply)
	m.mutex.Lock()
	m.waiting = append(m.waiting, callback)
	m.mutex.Unlock()
	select {
	case m.arrived <- struct{}{}:
	default: // the one who waits was woken already, and will look through all that came
	}
}

// UsualReply is what the market expects: Vodacom's JSON gateways want their ids back, Daraja a result code.
func UsualReply(callback Callback) (int, string) {
	reply := map[string]any{"ResultCode": 0, "ResultDesc": "Accepted"}
	if id, found := callback.JSON["input_OriginalConversationID"]; found {
		reference, found := callback.JSON["input_ThirdPartyConversationID"]
		if !found {
			reference = callback.JSON["input_ThirdPartyReference"] // its name in Mozambique
		}
		reply = map[string]any{
			"output_OriginalConversationID":   id,
			"output_ResponseCode":             "0",
			"output_ResponseDesc":             "Successfully Accepted Result",
			"output_ThirdPartyConversationID": reference,
		}
	}
	text, _ := json.Marshal(reply)
	return http.StatusOK, string(text)
}
