package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"reflect"
	"regexp"
	"strings"
	"syscall"

	"mpesa.example/languages/daraja"
	"mpesa.example/languages/rules"
	. "mpesa.example/languages/support"
	"mpesa.example/languages/vodacom"
)

// heard keeps what came over the wire, before the stock client reads it.
type heard struct {
	status int
	body   string
	err    error
}

func (heard *heard) RoundTrip(request *http.Request) (*http.Response, error) {
	transport := &http.Transport{DisableKeepAlives: true}
	response, err := transport.RoundTrip(request)
	heard.err = err
	if err != nil {
		return nil, err
	}
	body, err := io.ReadAll(response.Body)
	heard.status, heard.body, heard.err = response.StatusCode, string(body), err
	if err != nil {
		return nil, err
	}
	response.Body = io.NopCloser(bytes.NewReader(body))
	return response, nil
}

// client is the stock client of a market, and what a stock client leaves to its user.
type client struct {
	run  *runner
	host string
}

func (client client) schemeOf(operation string) string {
	security := rules.List(client.run.rules.Operations[operation].Get("security"))
	return rules.Fields(security[0]).Names()[0]
}

// The stock client, signed in for an operation, and the context that its calls want.
func (client client) stock(operation, token string, heard *heard) (reflect.Value, context.Context) {
	values := client.run.values
	scheme := client.schemeOf(operation)
	secret := token
	if scheme == "encryptedApiKey" {
		secret = values("apiKey")
	}
	if strings.HasPrefix(scheme, "encrypted") {
		secret = Encrypt(secret, &client.run.key.PublicKey)
	}
	// A redirect would send a payment twice.
	over := &http.Client{Transport: heard, CheckRedirect: func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse
	}}
	headers := rules.Fields(client.run.setup.Get("headers"))
	if client.run.setup.Get("api") == "daraja" {
		settings := daraja.NewConfiguration()
		settings.Servers, settings.HTTPClient = daraja.ServerConfigurations{{URL: client.host}}, over
		ctx := context.WithValue(context.Background(), daraja.ContextAccessToken, secret)
		if scheme == "consumer" {
			pair := daraja.BasicAuth{UserName: values("consumerKey"), Password: values("consumerSecret")}
			ctx = context.WithValue(context.Background(), daraja.ContextBasicAuth, pair)
		}
		return reflect.ValueOf(daraja.NewAPIClient(settings)).Elem(), ctx
	}
	settings := vodacom.NewConfiguration()
	settings.Servers, settings.HTTPClient = vodacom.ServerConfigurations{{URL: client.host}}, over
	for _, name := range headers.Names() {
		settings.AddDefaultHeader(http.CanonicalHeaderKey(name), rules.Text(headers.Get(name)))
	}
	ctx := context.WithValue(context.Background(), vodacom.ContextAccessToken, secret)
	return reflect.ValueOf(vodacom.NewAPIClient(settings)).Elem(), ctx
}

var separated = regexp.MustCompile(`(^|_)([a-z]|[A-Z])`)

// An exported name of the stock client: stkPush is StkPush, input_QueryReference is InputQueryReference.
func exported(name string) string {
	return separated.ReplaceAllStringFunc(name, func(start string) string {
		return strings.ToUpper(strings.TrimPrefix(start, "_"))
	})
}

// once sends one request through the stock client, and says what the caller must see.
func (client client) once(operation string, content *rules.Object, token string) rules.Outcome {
	over := &heard{}
	stock, ctx := client.stock(operation, token, over)
	request := call(stock, operation, ctx)
	if schema := rules.Text(client.run.rules.InputSchema(operation).Get("$ref")); schema != "" {
		request = with(request, schema[strings.LastIndex(schema, "/")+1:], content)
	} else {
		for _, name := range content.Names() {
			request = with(request, exported(name), content.Get(name))
		}
	}
	results := request.MethodByName("Execute").Call(nil)
	if errors.Is(over.err, syscall.ECONNREFUSED) {
		return rules.Outcome{Error: "not-connected"}
	}
	if over.err != nil {
		return client.run.rules.Lost(operation)
	}
	if over.status == 0 {
		Must(results[2].Interface().(error))
	}
	outcome := client.run.rules.Judge(operation, content, over.status, over.body)
	if outcome.Body != nil {
		model, err := json.Marshal(results[0].Interface())
		Must(err)
		outcome.Model = model
	}
	return outcome
}

func call(stock reflect.Value, operation string, ctx context.Context) reflect.Value {
	for at := range stock.NumField() {
		if strings.HasSuffix(stock.Type().Field(at).Name, "API") {
			if method := stock.Field(at).MethodByName(exported(operation)); method.IsValid() {
				return method.Call([]reflect.Value{reflect.ValueOf(ctx)})[0]
			}
		}
	}
	panic("the stock client has no " + operation)
}

// with gives a request its body or a parameter, read from JSON as the type of the stock client wants it.
func with(request reflect.Value, name string, content any) reflect.Value {
	method := request.MethodByName(name)
	if !method.IsValid() {
		panic("the stock client takes no " + name)
	}
	text, err := json.Marshal(content)
	Must(err)
	value := reflect.New(method.Type().In(0))
	if err := json.Unmarshal(text, value.Interface()); err != nil {
		panic("the stock client does not take it: " + err.Error())
	}
	return method.Call([]reflect.Value{value.Elem()})[0]
}

// patiently does the same up to three times, where that is harmless and may help.
func (client client) patiently(operation string, content *rules.Object, token string) rules.Outcome {
	outcome := client.once(operation, content, token)
	for sent := 1; sent < 3 && outcome.MayPass && client.run.rules.MayBeRepeated(operation); sent++ {
		outcome = client.once(operation, content, token)
	}
	return outcome
}

// call sends with a token, which is replaced once where the answer says no more than that it is bad.
func (client client) call(operation string, content *rules.Object) rules.Outcome {
	tokens := client.run.setup.Get("tokens")
	opens := rules.Text(rules.At(tokens, "operation"))
	if operation == opens {
		return client.patiently(operation, content, "")
	}
	for attempt := 1; ; attempt++ {
		login := &rules.Object{}
		if opens == "token" {
			login.Set("grant_type", "client_credentials")
		}
		opened := client.patiently(opens, login, "")
		if opened.Error != "" {
			return opened
		}
		token := rules.Text(opened.Body.Get(rules.Text(rules.At(tokens, "field"))))
		outcome := client.patiently(operation, content, token)
		if attempt == 2 || !outcome.AsksForANewToken() {
			return outcome
		}
	}
}
