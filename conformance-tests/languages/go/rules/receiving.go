package rules

import (
	"encoding/json"
	"fmt"
	"maps"
	"math/big"
	"regexp"
	"slices"
	"strings"
)

// NormalForm is that of cases/README.md.
type NormalForm struct {
	Kind        string            `json:"kind"`
	Outcome     string            `json:"outcome"`
	ResultCode  *string           `json:"resultCode"`
	Description *string           `json:"description"`
	IDs         map[string]string `json:"ids"`
	Values      map[string]string `json:"values"`
	Other       *Object           `json:"other"`
}

func plainName(name string) string {
	return strings.ToLower(strings.ReplaceAll(name, " ", ""))
}

var structure = regexp.MustCompile(`BasicAmount=([\d.]+)`)

// An amount as a plain decimal; anything else as it is. Kenya writes some as a structure.
func decimal(told string) string {
	if inside := structure.FindStringSubmatch(told); inside != nil {
		told = inside[1]
	}
	if strings.ContainsAny(told, "eE") {
		if amount, is := new(big.Rat).SetString(told); is && amount.IsInt() {
			return amount.Num().String()
		}
	}
	return told
}

// Decode reads a body that the gateway posted; address is the id of the callback in the spec.
func (rules *Rules) Decode(body, address string) (*NormalForm, error) {
	posted, err := read(body)
	if err != nil {
		return nil, err
	}
	isLate := rules.timeouts()[address]
	for _, row := range List(At(rules.api, "x-bodies", "callbacks")) {
		shape := Fields(row)
		part := Fields(At(posted, Texts(shape.Get("within"))...))
		if part == nil || !rules.hasShape(shape, posted, part) {
			continue
		}
		told := &told{rules: rules, ids: map[string]string{}, values: map[string]string{}, other: &Object{},
			byRole: map[string][]string{}, texts: map[string][]string{}}
		if err := told.read(rules.named(Text(shape.Get("schema"))), part, ""); err != nil {
			return nil, err
		}
		for _, each := range List(shape.Get("kinds")) {
			kind := Fields(each)
			// What comes to the address for time-outs settles nothing, whatever is in it.
			if (isLate && kind.Get("means") == "unknown") || (!isLate && told.isKind(kind)) {
				return rules.form(shape, kind, told, posted), nil
			}
		}
	}
	return nil, ErrDoubtful
}

func (rules *Rules) isAbsent(name, told string) bool {
	bodies := Fields(rules.api.Get("x-bodies"))
	return strings.TrimSpace(told) == "" || (slices.Contains(Texts(bodies.Get("absent")), told) &&
		!slices.Contains(Texts(bodies.Get("present")), name))
}

func (rules *Rules) hasShape(shape, posted, part *Object) bool {
	if within := Texts(shape.Get("within")); len(within) > 0 {
		for _, row := range List(At(rules.api, "x-bodies", "callbacks")) {
			other := Texts(At(row, "within"))
			if len(other) > 0 && other[0] != within[0] && posted.Has(other[0]) {
				return false
			}
		}
	}
	isThere := func(name string) bool { return part.Get(name) != nil }
	isAbsent := func(name string) bool { return part.Get(name) == nil }
	return !slices.ContainsFunc(Texts(shape.Get("all")), isAbsent) &&
		(!shape.Has("any") || slices.ContainsFunc(Texts(shape.Get("any")), isThere)) &&
		!slices.ContainsFunc(Texts(shape.Get("none")), isThere)
}

// The callbacks whose address is a field of the request that x-client calls the address for time-outs.
func (rules *Rules) timeouts() map[string]bool {
	late := map[string]bool{}
	for operation, call := range rules.Operations {
		properties := Fields(rules.schema(rules.InputSchema(operation)).Get("properties"))
		callbacks := Fields(call.Get("callbacks"))
		for _, name := range callbacks.Names() {
			addresses := Fields(callbacks.Get(name))
			for _, address := range addresses.Names() {
				field := strings.TrimSuffix(address[strings.LastIndex(address, "/")+1:], "}")
				schema := rules.schema(Fields(properties.Get(field)))
				if At(schema, "x-client", "from") == "timeoutAddress" {
					late[Text(At(addresses, address, "post", "operationId"))] = true
				}
			}
		}
	}
	return late
}

func (rules *Rules) form(shape, kind *Object, told *told, posted *Object) *NormalForm {
	part := posted
	for _, step := range Texts(shape.Get("within")) {
		for _, name := range part.Names() {
			if name != step {
				told.other.Set(name, part.Get(name))
			}
		}
		part = Fields(part.Get(step))
	}
	return &NormalForm{
		Kind:        Text(kind.Get("kind")),
		Outcome:     rules.outcomeOf(shape, kind, told),
		ResultCode:  told.first("code"),
		Description: told.first("words"),
		IDs:         told.ids,
		Values:      told.values,
		Other:       told.other,
	}
}

// What it says of the payment; whatever contradicts itself says nothing.
func (rules *Rules) outcomeOf(shape, kind *Object, told *told) string {
	code, means, operation := told.first("code"), Text(kind.Get("means")), Text(kind.Get("tells"))
	if means != "" && (code == nil || means == "unknown") {
		return means
	}
	if told.isOdd || told.isDivided("code") || code == nil {
		return "unknown"
	}
	words := ""
	if said := told.first("words"); said != nil {
		words = *said
	}
	entry := rules.entry(shape, operation, *code, words)
	if rules.isQuestion(operation) && rules.tellsStates(rules.named(Text(shape.Get("schema")))) {
		// A question that failed settles no payment, and one that succeeded what the state says.
		state := told.first("status")
		if Text(entry.Get("kind")) != "success" || state == nil || told.isDivided("status") {
			return "unknown"
		}
		return Means(rules.meaning("x-statuses", operation, 0, *state, ""))
	}
	outcome := Means(entry)
	if (outcome == "succeeded" && told.hasOne(Fields(kind.Get("doubts")))) ||
		(outcome == "failed" && (told.hasOne(Fields(kind.Get("signs"))) || told.first("receipt") != nil)) {
		return "unknown"
	}
	return outcome
}

// Whether an operation asks what became of a payment.
func (rules *Rules) isQuestion(operation string) bool {
	for _, call := range rules.Operations {
		if operation != "" && At(call, "x-outcome", "query") == operation {
			return true
		}
	}
	return false
}

// Whether a schema has a field for the state of what was asked about.
func (rules *Rules) tellsStates(schema *Object) bool {
	properties := Fields(schema.Get("properties"))
	for _, name := range properties.Names() {
		field := Fields(properties.Get(name))
		resolved := rules.schema(field)
		for _, part := range []*Object{field, resolved} {
			roles := Fields(part.Get("x-names"))
			isStatus := func(each string) bool { return roles.Get(each) == "status" }
			if part.Get("x-role") == "status" || slices.ContainsFunc(roles.Names(), isStatus) {
				return true
			}
		}
		if rules.tellsStates(resolved) {
			return true
		}
	}
	return false
}

// The meaning that holds for every operation which the body can speak of.
func (rules *Rules) entry(shape *Object, operation, code, words string) *Object {
	posted := Text(shape.Get("posted"))
	if posted == "" {
		posted = Text(shape.Get("schema"))
	}
	var first, doubtful *Object
	kinds := map[bool]bool{}
	for _, name := range slices.Sorted(maps.Keys(rules.Operations)) {
		call := rules.Operations[name]
		callback := At(call, "x-outcome", "callback")
		isMeant := callback != nil && (posted == "any" || callback == posted)
		if operation != "" {
			isMeant = name == operation
		}
		if !isMeant {
			continue
		}
		entry := rules.meaning("x-results", name, 0, code, words)
		if entry == nil {
			return nil
		}
		if !isTrue(entry.Get("final")) && doubtful == nil {
			doubtful = entry
		}
		first = entry
		kinds[entry.Get("kind") == "success"] = true
	}
	if doubtful != nil {
		return doubtful
	}
	if len(kinds) > 1 {
		return nil
	}
	return first
}

// What one object tells, by the roles of its schema.
type told struct {
	rules         *Rules
	ids, values   map[string]string
	other         *Object
	isOdd         bool
	byRole, texts map[string][]string
}

func (told *told) read(schema, object *Object, path string) error {
	fields := Fields(schema.Get("properties"))
	names, spelled := map[string]string{}, map[string]bool{}
	for _, name := range fields.Names() {
		spelled[plainName(name)] = true
		if alias := told.rules.word(Fields(fields.Get(name)), "x-alias"); alias != "" {
			names[alias] = name
		}
	}
	part := &Object{}
	for _, name := range object.Names() {
		known := name
		if own, is := names[name]; is {
			known = own
		}
		if part.Has(known) {
			return ErrDoubtful
		}
		part.Set(known, object.Get(name))
	}
	for _, name := range part.Names() {
		value := part.Get(name)
		if !isNested(value) {
			told.collect(name, Written(value))
		}
		if !fields.Has(name) {
			told.isOdd = told.isOdd || (value != nil && spelled[plainName(name)])
			told.other.Set(name, value)
		}
	}
	for _, name := range fields.Names() {
		if value := part.Get(name); value != nil {
			if err := told.readField(name, Fields(fields.Get(name)), value, path); err != nil {
				return err
			}
		}
	}
	return nil
}

func (told *told) readField(name string, field *Object, value any, path string) error {
	resolved := told.rules.schema(field)
	roles, isList := told.namesOf(field, resolved)
	object, isObject := value.(*Object)
	switch {
	case isList:
		told.readNames(name, value, roles)
	case isObject && resolved.Has("properties"):
		return told.read(resolved, object, path+name+".")
	case isNested(value):
		told.isOdd = true
		told.other.Set(name, value)
	default:
		told.place(name, told.rules.word(field, "x-role"), Written(value), path)
	}
	return nil
}

var listOfNames = regexp.MustCompile(`(ParameterList|ItemList|ItemData)`)

// The roles of the names in a list of names and values, and whether a field is such a list.
func (told *told) namesOf(field, resolved *Object) (map[string]string, bool) {
	roles := map[string]string{}
	for _, schema := range []*Object{resolved, field} {
		named := Fields(schema.Get("x-names"))
		for _, name := range named.Names() {
			roles[plainName(name)] = Text(named.Get(name))
		}
	}
	around, _ := json.Marshal(field.Get("allOf"))
	return roles, len(roles) > 0 || listOfNames.MatchString(Text(field.Get("$ref"))+string(around))
}

func (told *told) readNames(name string, value any, roles map[string]string) {
	if text, is := value.(string); is && strings.TrimSpace(text) == "" {
		return
	}
	rows, isList := value.([]any)
	if !isList {
		rows = []any{value}
	}
	for _, row := range rows {
		if Fields(row) == nil {
			told.isOdd = true
			told.other.Set(name, value)
			return
		}
	}
	for _, row := range rows {
		key, given := firstOf(row, "Name", "Key", "name", "key"), firstOf(row, "Value", "value")
		if key != nil && given != nil && !isNested(given) {
			told.readNamed(Text(key), Written(given), roles)
		}
	}
}

func firstOf(row any, names ...string) any {
	for _, name := range names {
		if value := At(row, name); value != nil {
			return value
		}
	}
	return nil
}

func (told *told) readNamed(key, text string, roles map[string]string) {
	told.collect(key, text)
	if told.rules.isAbsent(key, text) {
		return
	}
	role, shown := roles[plainName(key)], key
	told.byRole[role] = append(told.byRole[role], text)
	for count := 2; ; count++ {
		if _, has := told.values[shown]; !has {
			break
		}
		shown = fmt.Sprintf("%s#%d", key, count)
	}
	if role == "amount" || structure.MatchString(text) {
		text = decimal(text)
	}
	told.values[shown] = text
}

func (told *told) place(name, role, text, path string) {
	if told.rules.isAbsent(name, text) {
		return
	}
	told.byRole[role] = append(told.byRole[role], text)
	switch role {
	case "key", "id", "receipt", "transaction", "request":
		told.ids[name] = text
	case "amount":
		told.values[name] = decimal(text)
	case "status":
		told.values[name] = text
	case "":
		told.values[path+name] = text
	}
}

func (told *told) collect(name, text string) {
	if !told.rules.isAbsent(name, text) {
		plain := plainName(name)
		told.texts[plain] = append(told.texts[plain], strings.ToLower(strings.TrimSpace(text)))
	}
}

func (told *told) first(role string) *string {
	if texts := told.byRole[role]; len(texts) > 0 {
		return &texts[0]
	}
	return nil
}

func (told *told) isDivided(role string) bool {
	return slices.ContainsFunc(told.byRole[role], func(text string) bool {
		return !strings.EqualFold(strings.TrimSpace(text), strings.TrimSpace(told.byRole[role][0]))
	})
}

func (told *told) hasOne(rules *Object) bool {
	return slices.ContainsFunc(rules.Names(), func(name string) bool {
		return told.some(name, func(text string) bool { return isOneOf(text, Texts(rules.Get(name))) })
	})
}

func isOneOf(text string, values []string) bool {
	return slices.ContainsFunc(values, func(value string) bool { return strings.EqualFold(value, text) })
}

func (told *told) some(name string, holds func(text string) bool) bool {
	return slices.ContainsFunc(told.texts[plainName(name)], holds)
}

// Whether all that is said of a kind holds.
func (told *told) isKind(kind *Object) bool {
	has := Texts(kind.Get("has"))
	holdsSomething := func(name string) bool { return len(told.texts[plainName(name)]) > 0 }
	all := func(rule string, holds func(text string, values []string) bool) bool {
		rules := Fields(kind.Get(rule))
		return !slices.ContainsFunc(rules.Names(), func(name string) bool {
			return !told.some(name, func(text string) bool { return holds(text, Texts(rules.Get(name))) })
		})
	}
	return (len(has) == 0 || slices.ContainsFunc(has, holdsSomething)) &&
		all("is", isOneOf) &&
		all("unless", func(text string, values []string) bool { return !isOneOf(text, values) }) &&
		all("mentions", func(text string, parts []string) bool {
			return slices.ContainsFunc(parts, func(part string) bool { return strings.Contains(text, part) })
		}) &&
		all("unlike", func(text string, patterns []string) bool {
			return !slices.ContainsFunc(patterns, func(pattern string) bool {
				return regexp.MustCompile("(?i)^(?:" + pattern + ")$").MatchString(text)
			})
		})
}
