package rules

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// Outcome is what the caller must see: an answer, or an error with what the catalogue knows of it.
type Outcome struct {
	Error   string
	Body    *Object
	Entry   *Object
	Code    string
	HasCode bool
	Words   string
	MayPass bool
	Model   []byte
}

// Kind is the kind of the code.
func (outcome Outcome) Kind() string {
	if outcome.Entry == nil {
		return "unknown"
	}
	return Text(outcome.Entry.Get("kind"))
}

// AsksForANewToken says whether nothing more was refused than the token.
func (outcome Outcome) AsksForANewToken() bool {
	return outcome.Error == "refused" && outcome.Kind() == "token"
}

// Rules are the rules of one API, from its openapi.json and its codes.json.
type Rules struct {
	Operations map[string]*Object
	api, codes *Object
}

// New reads the rules.
func New(api, codes any) *Rules {
	rules := &Rules{map[string]*Object{}, Fields(api), Fields(codes)}
	paths := Fields(rules.api.Get("paths"))
	for _, path := range paths.Names() {
		for _, method := range Fields(paths.Get(path)).Names() {
			call := Fields(At(paths, path, method))
			rules.Operations[Text(call.Get("operationId"))] = call
		}
	}
	return rules
}

func read(body string) (*Object, error) {
	value, err := Parse([]byte(body))
	if err != nil {
		return nil, ErrDoubtful
	}
	object, is := value.(*Object)
	if !is {
		return nil, ErrDoubtful
	}
	return object, nil
}

func says(value any) bool {
	return !slices.Contains([]string{"", "N/A", "n/a"}, Text(value))
}

func lastStep(path string) string {
	return strings.ToLower(path[strings.LastIndex(path, ".")+1:])
}

func at(answer *Object, path string) any {
	return At(answer, strings.Split(path, ".")...)
}

func isTrue(value any) bool {
	return value == true
}

// ---------------------------------------------------------------------- What an answer says

// Judge says what the caller must see of an answer: of a payment, all but an acceptance and a final refusal is unknown.
func (rules *Rules) Judge(operation string, sent *Object, status int, body string) Outcome {
	outcome := rules.judge(operation, sent, status, body)
	inTrouble := status >= 500 || status == 408 || status == 429 || outcome.Kind() == "gateway"
	isLoss := outcome.Error == "no-answer" && (inTrouble || (status < 300 && !outcome.HasCode))
	outcome.MayPass = isLoss || outcome.Kind() == "throttled"
	return outcome
}

// MayBeRepeated is true of what moves nothing; what moves money is never sent again after a loss.
func (rules *Rules) MayBeRepeated(operation string) bool {
	effect := Text(rules.Operations[operation].Get("x-effect"))
	return effect == "query" || effect == "session"
}

// Lost is what is seen where the answer never came, or not whole.
func (rules *Rules) Lost(operation string) Outcome {
	outcome := rules.nothingKnown(operation, Outcome{})
	outcome.MayPass = true
	return outcome
}

func (rules *Rules) judge(operation string, sent *Object, status int, body string) Outcome {
	answer, err := read(body)
	if err != nil {
		return rules.withoutCode(operation, status, body)
	}
	call := rules.Operations[operation]
	repeats := Fields(At(call, "x-repeats", "answer"))
	for _, told := range repeats.Names() {
		value, asked := answer.Get(told), sent.Get(Text(repeats.Get(told)))
		if isNested(value) || (says(value) && says(asked) && Text(value) != Text(asked)) {
			return rules.nothingKnown(operation, Outcome{})
		}
	}
	success := Fields(call.Get("x-success"))
	verdict := acceptance(success, answer)
	if told := rules.envelope(answer); told != nil {
		return rules.refusal(operation, status, answer, verdict, told["code"], told["words"], true)
	}
	if verdict == "refused" {
		code := Text(at(answer, nameIn(success, answer)))
		return rules.refusal(operation, status, answer, verdict, code, rules.words(operation, answer), false)
	}
	if verdict == "accepted" {
		if status < 300 {
			return Outcome{Body: answer}
		}
		return rules.nothingKnown(operation, Outcome{})
	}
	return rules.withoutCode(operation, status, body)
}

func (rules *Rules) refusal(
	operation string, status int, answer *Object, verdict, code, words string, isEnvelope bool,
) Outcome {
	call := rules.Operations[operation]
	effect, success := Text(call.Get("x-effect")), Fields(call.Get("x-success"))
	table := "x-results"
	if isEnvelope {
		table = "x-errors"
	} else {
		status = 0
		if rules.codes.Has("x-acknowledgements") {
			table = "x-acknowledgements"
		}
	}
	told := Outcome{Entry: rules.meaning(table, operation, status, code, words), Code: code, HasCode: true, Words: words}
	isFinal := isTrue(told.Entry.Get("final"))
	if effect != "session" && (verdict == "accepted" || hasTrace(success, answer, "")) {
		if isFinal {
			told.Entry = nil
		}
		return rules.nothingKnown(operation, told)
	}
	if told.Kind() == "pending" && effect != "money" {
		told.Error = "pending"
		return told
	}
	isDoubtful := told.Kind() == "token" && effect == "money" && !rules.isBare(call, answer)
	if isFinal && told.Kind() != "success" && !isDoubtful {
		told.Error = "refused"
		return told
	}
	return rules.nothingKnown(operation, told)
}

// Some refusals carry no code, or no body at all; the catalogue knows those by operation and status.
func (rules *Rules) withoutCode(operation string, status int, body string) Outcome {
	told := Outcome{Words: body}
	if status >= 300 {
		told.Entry = rules.meaning("x-errors", operation, status, "", "")
	}
	told.HasCode = told.Entry != nil
	if isTrue(told.Entry.Get("final")) {
		told.Error = "refused"
		return told
	}
	return rules.nothingKnown(operation, told)
}

func (rules *Rules) nothingKnown(operation string, told Outcome) Outcome {
	told.Error = "no-answer"
	if rules.Operations[operation].Get("x-effect") == "money" {
		told.Error = "unknown"
	}
	return told
}

// Whether a rejection of a token says nothing else, so that a payment may be sent once more.
func (rules *Rules) isBare(call, answer *Object) bool {
	fields := Fields(rules.named("ErrorResponse").Get("properties"))
	repeats := Fields(At(call, "x-repeats", "answer"))
	for _, name := range answer.Names() {
		role := Text(At(fields, name, "x-role"))
		isPlain := slices.Contains([]string{"code", "words", "request"}, role) || repeats.Has(name)
		if !isPlain || isNested(answer.Get(name)) {
			return false
		}
	}
	return true
}

// Outcome is what an answer says of the payment: x-outcome, or the code or the state of what was asked about.
func (rules *Rules) Outcome(operation string, answer *Object) string {
	call, schema := rules.Operations[operation], rules.AnswerSchema(operation)
	for _, row := range List(At(rules.api, "x-bodies", "answers")) {
		kind := Fields(List(At(row, "kinds"))[0])
		isOf := strings.HasSuffix(Text(schema.Get("$ref")), "/"+Text(At(row, "schema")))
		if isOf && kind.Get("tells") == operation && kind.Has("means") {
			return Text(kind.Get("means"))
		}
	}
	if call.Get("x-effect") == "query" {
		told := rules.roles(schema, answer)
		if state, has := told["status"]; has {
			return Means(rules.meaning("x-statuses", operation, 0, state, ""))
		}
		others := &Object{}
		for _, name := range answer.Names() {
			if name != At(call, "x-success", "field") {
				others.Set(name, answer.Get(name))
			}
		}
		if code, has := rules.roles(schema, others)["code"]; has {
			return Means(rules.meaning("x-results", operation, 0, code, told["words"]))
		}
	}
	told := call.Get("x-outcome")
	if told == "sync" || says(answer.Get(Text(At(told, "answer")))) {
		return "succeeded"
	}
	return "pending"
}

// Means is what an entry says of the payment.
func Means(entry *Object) string {
	kind := Text(entry.Get("kind"))
	switch {
	case isTrue(entry.Get("final")) && kind == "success":
		return "succeeded"
	case isTrue(entry.Get("final")):
		return "failed"
	case kind == "pending":
		return "pending"
	}
	return "unknown"
}

// ---------------------------------------------------------------------- x-success

func nameIn(success, answer *Object) string {
	field, alias := Text(success.Get("field")), Text(success.Get("alias"))
	if alias != "" && at(answer, field) == nil && at(answer, alias) != nil {
		return alias
	}
	return field
}

func acceptance(success, answer *Object) string {
	value := at(answer, nameIn(success, answer))
	if value == nil && success.Has("instead") {
		if Text(at(answer, Text(success.Get("instead")))) != "" {
			return "accepted"
		}
		return "silent"
	}
	code := Text(value)
	if code == "" {
		return "silent"
	}
	if !accepts(success, code) {
		return "refused"
	}
	beside := Texts(success.Get("beside"))
	if one, is := success.Get("beside").(string); is {
		beside = []string{one}
	}
	isThere := func(field string) bool { return Text(at(answer, field)) != "" }
	if len(beside) == 0 || slices.ContainsFunc(beside, isThere) {
		return "accepted"
	}
	return "silent"
}

func accepts(success *Object, code string) bool {
	codes := Texts(success.Get("codes"))
	isZeros := isTrue(success.Get("zeros")) && strings.Trim(code, "0") == ""
	return len(codes) == 0 || slices.Contains(codes, code) || isZeros
}

// Whether something in a refusal is what only an acceptance has, wherever it stands.
func hasTrace(success *Object, value any, name string) bool {
	isNamed := slices.ContainsFunc(Texts(success.Get("traces")), func(trace string) bool {
		return lastStep(trace) == strings.ToLower(name)
	})
	switch value := value.(type) {
	case []any:
		return slices.ContainsFunc(value, func(inner any) bool { return hasTrace(success, inner, name) })
	case *Object:
		return (isNamed && len(value.Names()) > 0) || slices.ContainsFunc(value.Names(), func(field string) bool {
			return hasTrace(success, value.Get(field), field)
		})
	}
	alias := strings.ToLower(Text(success.Get("alias")))
	isCode := slices.Contains([]string{lastStep(Text(success.Get("field"))), alias}, strings.ToLower(name))
	return says(value) && (isNamed || (isCode && success.Has("codes") && accepts(success, Text(value))))
}

// ---------------------------------------------------------------------- Error envelopes, roles and schemas

// Code and words of an error envelope, if it is one: a row of x-bodies says so.
func (rules *Rules) envelope(answer *Object) map[string]string {
	names := map[string]bool{}
	collectNames(answer, names)
	hasName := func(name string) bool { return names[name] }
	for _, row := range List(At(rules.api, "x-bodies", "answers")) {
		isAbsent := func(field string) bool { return answer.Get(field) == nil }
		if At(row, "as") != "error" || slices.ContainsFunc(Texts(At(row, "all")), isAbsent) {
			continue
		}
		for _, kind := range List(At(row, "kinds")) {
			if has := Texts(At(kind, "has")); len(has) == 0 || slices.ContainsFunc(has, hasName) {
				return rules.roles(reference(Text(At(row, "schema"))), answer)
			}
		}
	}
	return nil
}

func collectNames(value any, names map[string]bool) {
	object := Fields(value)
	for _, name := range object.Names() {
		if Text(object.Get(name)) != "" {
			names[name] = true
		}
		collectNames(object.Get(name), names)
	}
}

// The words beside the code that x-success names, or else those that have the role.
func (rules *Rules) words(operation string, answer *Object) string {
	field := Text(At(rules.Operations[operation], "x-success", "field"))
	if before, is := strings.CutSuffix(field, "Code"); is {
		for _, ending := range []string{"Description", "Desc", "Message"} {
			if words := Text(at(answer, before+ending)); words != "" {
				return words
			}
		}
	}
	if words := rules.roles(rules.AnswerSchema(operation), answer)["words"]; words != "" {
		return words
	}
	return rules.roles(reference("ErrorResponse"), answer)["words"]
}

// The first value of each role in an object, by its schema.
func (rules *Rules) roles(schema *Object, value any) map[string]string {
	found := map[string]string{}
	note := func(role, told string) {
		if _, has := found[role]; !has && role != "" && told != "" {
			found[role] = told
		}
	}
	properties := Fields(rules.schema(schema).Get("properties"))
	for _, name := range properties.Names() {
		part, inner := Fields(properties.Get(name)), Fields(value).Get(name)
		if _, is := inner.(*Object); is {
			for role, told := range rules.roles(part, inner) {
				note(role, told)
			}
		} else {
			note(rules.word(part, "x-role"), Text(inner))
		}
	}
	return found
}

// A word of a property, or of the schema that it refers to.
func (rules *Rules) word(part *Object, name string) string {
	if part.Has(name) {
		return Text(part.Get(name))
	}
	return Text(rules.schema(part).Get(name))
}

// AnswerSchema is the schema of the answer of a success.
func (rules *Rules) AnswerSchema(operation string) *Object {
	responses := Fields(rules.Operations[operation].Get("responses"))
	for _, status := range responses.Names() {
		if strings.HasPrefix(status, "2") {
			return Fields(At(rules.Resolved(responses.Get(status)), "content", "application/json", "schema"))
		}
	}
	return nil
}

// InputSchema is the schema of the body of a request; nil where it has none.
func (rules *Rules) InputSchema(operation string) *Object {
	call := rules.Operations[operation]
	return Fields(At(rules.Resolved(call.Get("requestBody")), "content", "application/json", "schema"))
}

func reference(name string) *Object {
	schema := &Object{}
	schema.Set("$ref", "#/components/schemas/"+name)
	return schema
}

func (rules *Rules) named(schema string) *Object {
	return rules.schema(reference(schema))
}

func (rules *Rules) schema(schema *Object) *Object {
	for schema.Has("$ref") || schema.Has("allOf") {
		if schema.Has("$ref") {
			schema = rules.Resolved(schema)
		} else {
			schema = Fields(List(schema.Get("allOf"))[0])
		}
	}
	return schema
}

// Resolved is what a reference stands for.
func (rules *Rules) Resolved(element any) *Object {
	found := Fields(element)
	for found.Has("$ref") {
		found = Fields(At(rules.api, strings.Split(Text(found.Get("$ref")), "/")[1:]...))
	}
	return found
}

// ---------------------------------------------------------------------- codes

var httpStatus = regexp.MustCompile(`^[1-5]\d\d$`)

// The most telling entry of a code; nil if nobody knows it.
func (rules *Rules) meaning(table, operation string, status int, code, words string) *Object {
	var best *Object
	most := -1
	for _, each := range List(rules.codes.Get(table)) {
		entry := Fields(each)
		if telling := telling(entry); telling > most && fits(entry, table, operation, status, code, words) {
			best, most = entry, telling
		}
	}
	return best
}

func telling(entry *Object) int {
	telling := len(Text(entry.Get("message")))
	for weight, name := range map[int]string{1e6: "words", 1e5: "message", 1e4: "operations"} {
		if entry.Has(name) {
			telling += weight
		}
	}
	return telling
}

func fits(entry *Object, table, operation string, status int, code, words string) bool {
	own := Text(entry.Get("code"))
	if own != code && !(table == "x-statuses" && strings.EqualFold(own, code)) {
		return false
	}
	if entry.Has("operations") && !slices.Contains(Texts(entry.Get("operations")), operation) {
		return false
	}
	plain := func(all string) string { return strings.TrimRight(strings.ToLower(strings.TrimSpace(all)), ".") }
	if entry.Has("words") && plain(Text(entry.Get("words"))) != plain(words) {
		return false
	}
	if !strings.Contains(strings.ToLower(words), strings.ToLower(Text(entry.Get("message")))) {
		return false
	}
	statuses := List(entry.Get("http"))
	isOne := slices.ContainsFunc(statuses, func(each any) bool { return Text(each) == strconv.Itoa(status) })
	if code == "" {
		return isOne || (len(statuses) == 0 && (entry.Has("words") || entry.Has("message")))
	}
	mustBear := entry.Get("kind") == "token" || httpStatus.MatchString(code)
	return !mustBear || len(statuses) == 0 || status == 0 || isOne
}
