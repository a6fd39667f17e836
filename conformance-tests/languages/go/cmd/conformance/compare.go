package main

import (
	"encoding/base64"
	"encoding/json"
	"io"
	"net/http"
	"strconv"
	"strings"

	"mpesa.example/languages/rules"
	. "mpesa.example/languages/support"
)

// What was sent and seen, and what the case says of it.
func (run *runner) compare(
	one *rules.Object, operation, base string, outcome rules.Outcome, content *rules.Object, isUnreachable bool,
) {
	expect := rules.Fields(one.Get("expect"))
	opens := rules.Text(rules.At(run.setup, "tokens", "operation"))
	var sent []*rules.Object
	fetched := 0
	for _, each := range run.journal() {
		if rules.At(each, "operation") == operation {
			sent = append(sent, rules.Fields(each))
		}
		if rules.At(each, "operation") == opens {
			fetched++
		}
	}
	seen := outcome.Error
	if seen == "" {
		seen = "returned"
	}
	if expect.Has("requests") && !isUnreachable {
		require(len(sent) == number(expect, "requests"), "sent %d times; saw %s", len(sent), seen)
	}
	if expect.Has("requestsAtMost") {
		require(len(sent) >= 1 && len(sent) <= number(expect, "requestsAtMost"), "sent %d times; saw %s", len(sent), seen)
	}
	if expect.Has("tokens") {
		require(fetched == number(expect, "tokens"), "%d tokens", fetched)
	}
	for at, each := range sent {
		run.compareRequest(one, operation, base, each, at+1)
	}
	if expect.Has("returned") {
		run.compareReturned(expect, operation, outcome, seen)
		return
	}
	require(seen == expect.Get("error"), "saw %s, not %s", seen, expect.Get("error"))
	if expect.Has("code") {
		require(outcome.HasCode && outcome.Code == expect.Get("code"), "the code is %q", outcome.Code)
	}
	if expect.Has("kind") {
		require(outcome.Kind() == expect.Get("kind"), "the kind is %s", outcome.Kind())
	}
	for _, part := range rules.Texts(expect.Get("messageContains")) {
		require(strings.Contains(outcome.Words, part), "the gateway's words lack %s", part)
	}
	if expect.Has("referenceField") {
		field := rules.Text(run.rules.Operations[operation].Get("x-reference"))
		require(field == expect.Get("referenceField") && content.Get(field) != nil, "the reference is %s", field)
	}
}

func (run *runner) compareReturned(expect *rules.Object, operation string, outcome rules.Outcome, seen string) {
	require(outcome.Error == "", "saw %s, not an answer", seen)
	model, err := rules.Parse(outcome.Model)
	Must(err)
	missing := lacks(expect.Get("returned"), model, "the stock client returns")
	require(missing == "", "%s", missing)
	if expect.Has("outcome") {
		told := run.rules.Outcome(operation, outcome.Body)
		require(told == expect.Get("outcome"), "the answer says %s, not %s", told, expect.Get("outcome"))
	}
}

func number(object *rules.Object, name string) int {
	number, err := strconv.Atoi(rules.Text(object.Get(name)))
	Must(err)
	return number
}

func (run *runner) journal() []any {
	answer, err := http.Get(run.sandbox + "/_sandbox/" + run.market + "/journal")
	Must(err)
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	Must(err)
	journal, err := rules.Parse(text)
	Must(err)
	return rules.List(rules.At(journal, "exchanges"))
}

func (run *runner) compareRequest(one *rules.Object, operation, base string, sent *rules.Object, at int) {
	request := rules.Fields(one.Get("request"))
	require(sent.Get("method") == request.Get("method"), "sent with %s", sent.Get("method"))
	path := base + rules.Text(request.Get("path"))
	require(sent.Get("path") == path, "sent to %s, not %s", sent.Get("path"), path)
	headers := map[string]string{}
	for _, name := range rules.Fields(sent.Get("headers")).Names() {
		headers[strings.ToLower(name)] = rules.Written(rules.At(sent, "headers", name))
	}
	for _, name := range rules.Fields(run.setup.Get("headers")).Names() {
		require(headers[name] == rules.At(run.setup, "headers", name), "the header %s is %s", name, headers[name])
	}
	run.compareCredential(one, operation, headers["authorization"], at)
	if !request.Has("body") {
		run.different(request.Get("query"), sent.Get("query"), "")
		return
	}
	require(headers["content-type"] == "application/json", "sent as %s", headers["content-type"])
	body, err := rules.Parse([]byte(rules.Written(sent.Get("body"))))
	require(err == nil, "sent no JSON")
	run.different(request.Get("body"), body, "")
}

func (run *runner) compareCredential(one *rules.Object, operation, header string, at int) {
	// The newest token after a rejection, as many as the case allows, and the first one otherwise.
	most := 1
	if expect := rules.Fields(one.Get("expect")); expect.Has("tokens") {
		most = number(expect, "tokens")
	}
	tokens := rules.Fields(run.setup.Get("tokens"))
	token := numbered(rules.Text(rules.At(tokens, "body", rules.Text(tokens.Get("field")))), min(at, most))
	bearer, isBearer := strings.CutPrefix(header, "Bearer ")
	switch (client{run: run}).schemeOf(operation) {
	case "consumer":
		pair := base64.StdEncoding.EncodeToString([]byte(run.values("consumerKey") + ":" + run.values("consumerSecret")))
		require(header == "Basic "+pair, "signed in otherwise")
	case "accessToken":
		require(isBearer && bearer == token, "signed in with another token")
	case "encryptedApiKey":
		require(isBearer && run.hides(run.values("apiKey"), bearer), "the bearer hides something else")
	default:
		require(isBearer && run.hides(token, bearer), "the bearer hides something else")
	}
}

// Fails unless exactly that was sent.
func (run *runner) different(wanted, sent any, place string) {
	object, is := wanted.(*rules.Object)
	switch {
	case is && object.Has("$any"):
	case is && object.Has("$encrypted"):
		secret := run.values(rules.Text(object.Get("$encrypted")))
		require(run.hides(secret, rules.Text(sent)), "%s hides something else", place)
	case is:
		fields := rules.Fields(sent)
		require(fields != nil, "%s is no object", place)
		for _, name := range append(object.Names(), fields.Names()...) {
			require(object.Has(name) && fields.Has(name), "%s/%s is not on both sides", place, name)
		}
		for _, name := range object.Names() {
			run.different(object.Get(name), fields.Get(name), place+"/"+name)
		}
	default:
		expected, err := json.Marshal(wanted)
		Must(err)
		actual, err := json.Marshal(sent)
		Must(err)
		require(string(expected) == string(actual), "%s is %s, not %s", place, actual, expected)
	}
}
