// Command conformance plays the cases of a market through the stock client and the rules of the package rules, against
// answers that the sandbox is told.
//
//	conformance <market>     with MPESA_SANDBOX, and in MPESA_CONTRACTS the folder of specs and cases
//	prints one line of JSON for each case: case, verdict (passed, failed, left out) and why
package main

import (
	"bytes"
	"crypto/rand"
	"crypto/rsa"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"mpesa.example/languages/rules"
	. "mpesa.example/languages/support"
)

// runner plays the cases of one market.
type runner struct {
	market  string
	setup   *rules.Object
	rules   *rules.Rules
	key     *rsa.PrivateKey
	sandbox string
}

// difference is what a case wants, and what happened instead.
type difference struct{ words string }

func require(holds bool, format string, arguments ...any) {
	if !holds {
		panic(difference{fmt.Sprintf(format, arguments...)})
	}
}

func main() {
	contracts := os.Getenv("MPESA_CONTRACTS")
	cases := filepath.Join(contracts, "cases", os.Args[1])
	setup := rules.Fields(load(cases, "setup.json"))
	specs := filepath.Join(contracts, "specs", rules.Text(setup.Get("api")))
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	Must(err)
	run := &runner{os.Args[1], setup, rules.New(load(specs, "openapi.json"), load(specs, "codes.json")), key, Read().BaseURL}
	files, err := filepath.Glob(filepath.Join(cases, "*", "*.json"))
	Must(err)
	for _, file := range files {
		verdict, why := run.verdict(rules.Fields(load(file)))
		name := strings.TrimSuffix(strings.Join([]string{run.market, filepath.Base(filepath.Dir(file)), filepath.Base(file)}, "/"), ".json")
		line, err := json.Marshal(map[string]string{"case": name, "verdict": verdict, "why": why})
		Must(err)
		fmt.Println(string(line))
	}
}

func load(path ...string) any {
	text, err := os.ReadFile(filepath.Join(path...))
	Must(err)
	value, err := rules.Parse(text)
	Must(err)
	return value
}

func (run *runner) verdict(one *rules.Object) (verdict, why string) {
	defer func() {
		switch failure := recover().(type) {
		case nil:
		case difference:
			verdict, why = "failed", failure.words
		default:
			verdict, why = "failed", fmt.Sprint(failure)
		}
	}()
	if why := run.play(one); why != "" {
		return "left out", why
	}
	return "passed", ""
}

func (run *runner) values(name string) string {
	return rules.Text(rules.At(run.setup, "values", name))
}

// play plays a case; it returns why it cannot be played.
func (run *runner) play(one *rules.Object) string {
	given, expect := rules.Fields(one.Get("given")), rules.Fields(one.Get("expect"))
	if needs := rules.Texts(one.Get("needs")); len(needs) > 0 {
		return "needs " + strings.Join(needs, ", ")
	}
	if given.Has("callback") {
		run.receive(given, expect)
		return ""
	}
	if expect.Get("error") == "invalid-input" {
		return "the client must check the input before it sends it"
	}
	operation := rules.Text(given.Get("operation"))
	isUnreachable := rules.At(one, "answer", "fault") == "unreachable"
	run.control("reset", &rules.Object{})
	run.tell(one, operation, isUnreachable)
	host, place := run.sandbox, run.values("market")
	if isUnreachable {
		host = closed()
	}
	if given.Has("market") {
		place = rules.Text(given.Get("market"))
	}
	base := strings.ReplaceAll(rules.Text(run.setup.Get("base")), "{market}", place)
	content := rules.Fields(run.filled(contentOf(one)))
	outcome := client{run, host + base}.call(operation, content)
	run.compare(one, operation, base, outcome, content, isUnreachable)
	return ""
}

// The input, as a case says that a client completes it.
func contentOf(one *rules.Object) any {
	for _, path := range [][]string{{"request", "body"}, {"request", "query"}, {"given", "input"}} {
		if content := rules.At(one, path...); content != nil {
			return content
		}
	}
	return nil
}

// A callback, as the decoder reads it. What is replied to it is not compared.
func (run *runner) receive(given, expect *rules.Object) {
	body := rules.Written(given.Get("text"))
	if !given.Has("text") {
		text, err := json.Marshal(given.Get("body"))
		Must(err)
		body = string(text)
	}
	form, err := run.rules.Decode(body, rules.Text(given.Get("callback")))
	if err != nil {
		require(expect.Get("error") == "unreadable", "it is refused as unreadable")
		return
	}
	require(!expect.Has("error"), "it is read as %s", form.Kind)
	text, err := json.Marshal(form)
	Must(err)
	told, err := rules.Parse(text)
	Must(err)
	for _, name := range expect.Names() {
		switch name {
		case "absent":
			for _, each := range rules.Texts(expect.Get(name)) {
				require(form.IDs[each] == "" && form.Values[each] == "", "%s should not be told", each)
			}
		case "reply":
		default:
			missing := lacks(expect.Get(name), rules.At(told, name), name)
			require(missing == "", "%s", missing)
		}
	}
}

// What the sandbox answers from now on.
func (run *runner) tell(one *rules.Object, operation string, isUnreachable bool) {
	opens := rules.Text(rules.At(run.setup, "tokens", "operation"))
	if operation != opens {
		answers := rules.List(one.Get("token"))
		for number := 1; number <= 3 && !one.Has("token"); number++ {
			body := &rules.Object{}
			pattern := rules.Fields(rules.At(run.setup, "tokens", "body"))
			for _, name := range pattern.Names() {
				body.Set(name, numbered(rules.Text(pattern.Get(name)), number))
			}
			answers = append(answers, map[string]any{"status": 200, "body": body})
		}
		run.say(opens, answers)
	}
	answers := rules.List(one.Get("answers"))
	if one.Has("answer") {
		answers = []any{one.Get("answer")}
	}
	if len(answers) > 0 && !isUnreachable {
		run.say(operation, answers)
	}
}

func numbered(pattern string, number int) string {
	return strings.ReplaceAll(pattern, "%04d", fmt.Sprintf("%04d", number))
}

func (run *runner) say(operation string, answers []any) {
	run.control("answers", map[string]any{"operation": operation, "answers": answers, "always": true})
}

func (run *runner) control(command string, argument any) {
	text, err := json.Marshal(argument)
	Must(err)
	answer, err := http.Post(run.sandbox+"/_sandbox/"+run.market+"/"+command, "application/json", bytes.NewReader(text))
	Must(err)
	words, err := io.ReadAll(answer.Body)
	Must(err)
	require(answer.StatusCode == http.StatusOK, "%s: %s", command, words)
}

// An address at which nobody listens.
func closed() string {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	Must(err)
	Must(listener.Close())
	return "http://" + listener.Addr().String()
}

// What is open in a case is computed here.
func (run *runner) filled(given any) any {
	object, is := given.(*rules.Object)
	switch {
	case !is:
		return given
	case object.Has("$encrypted"):
		return Encrypt(run.values(rules.Text(object.Get("$encrypted"))), &run.key.PublicKey)
	case object.Has("$any"):
		return "0123456789abcdef0123"
	}
	filled := &rules.Object{}
	for _, name := range object.Names() {
		filled.Set(name, run.filled(object.Get(name)))
	}
	return filled
}

func (run *runner) hides(secret, encrypted string) bool {
	text, err := base64.StdEncoding.DecodeString(encrypted)
	if err != nil {
		return false
	}
	hidden, err := rsa.DecryptPKCS1v15(rand.Reader, run.key, text)
	return err == nil && string(hidden) == secret
}

// The first place at which something that is wanted is not told.
func lacks(wanted, told any, place string) string {
	object, is := wanted.(*rules.Object)
	if is && object.Has("$any") {
		if told == nil {
			return place
		}
		return ""
	}
	if is {
		for _, name := range object.Names() {
			if missing := lacks(object.Get(name), rules.At(told, name), place+"/"+name); missing != "" {
				return missing
			}
		}
		return ""
	}
	expected, err := json.Marshal(wanted)
	Must(err)
	actual, err := json.Marshal(told)
	Must(err)
	if slices.Equal(expected, actual) {
		return ""
	}
	return fmt.Sprintf("%s: %s, not %s", place, actual, expected)
}
