// Package rules is the least that a client must read of the specs to be safe with money, and the reading of callbacks.
package rules

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
)

// ErrDoubtful is said of a body that no careful reader believes.
var ErrDoubtful = errors.New("no object, or a name that comes twice")

// Object is a JSON object in the order of its names. Numbers in it keep their digits. A nil object is empty.
type Object struct {
	names  []string
	fields map[string]any
}

// Parse reads one JSON value; a name that comes twice is an error.
func Parse(text []byte) (any, error) {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	value, err := parseValue(decoder)
	if err != nil {
		return nil, err
	}
	if _, err := decoder.Token(); err != io.EOF {
		return nil, ErrDoubtful
	}
	return value, nil
}

func parseValue(decoder *json.Decoder) (any, error) {
	token, err := decoder.Token()
	if err != nil {
		return nil, err
	}
	switch token {
	case json.Delim('['):
		list := []any{}
		for decoder.More() {
			value, err := parseValue(decoder)
			if err != nil {
				return nil, err
			}
			list = append(list, value)
		}
		_, err := decoder.Token()
		return list, err
	case json.Delim('{'):
		object := &Object{fields: map[string]any{}}
		for decoder.More() {
			name, err := decoder.Token()
			if err != nil {
				return nil, err
			}
			value, err := parseValue(decoder)
			if err != nil {
				return nil, err
			}
			if object.Has(name.(string)) {
				return nil, ErrDoubtful
			}
			object.Set(name.(string), value)
		}
		_, err := decoder.Token()
		return object, err
	}
	return token, nil
}

// Set adds a field, or replaces it.
func (object *Object) Set(name string, value any) {
	if !object.Has(name) {
		object.names = append(object.names, name)
	}
	if object.fields == nil {
		object.fields = map[string]any{}
	}
	object.fields[name] = value
}

// Has says whether there is a field, be it null.
func (object *Object) Has(name string) bool {
	if object == nil {
		return false
	}
	_, has := object.fields[name]
	return has
}

// Get returns a field; nil if it is absent or null.
func (object *Object) Get(name string) any {
	if object == nil {
		return nil
	}
	return object.fields[name]
}

// Names returns the names in their order.
func (object *Object) Names() []string {
	if object == nil {
		return nil
	}
	return object.names
}

// At returns what stands at a path; nil if nothing does.
func At(value any, path ...string) any {
	for _, step := range path {
		value = Fields(value).Get(step)
	}
	return value
}

// Fields returns an object, or an empty one in the place of anything else.
func Fields(value any) *Object {
	object, _ := value.(*Object)
	return object
}

// List returns a list, or an empty one in the place of anything else.
func List(value any) []any {
	list, _ := value.([]any)
	return list
}

// Texts returns the texts of a list.
func Texts(value any) []string {
	texts := []string{}
	for _, each := range List(value) {
		texts = append(texts, Text(each))
	}
	return texts
}

// Written returns a text, a number or a truth value as it stands; nothing of anything else.
func Written(value any) string {
	switch value := value.(type) {
	case string:
		return value
	case json.Number:
		return value.String()
	case bool:
		if value {
			return "true"
		}
		return "false"
	}
	return ""
}

// Text is the same without blanks around it.
func Text(value any) string {
	return strings.TrimSpace(Written(value))
}

func isNested(value any) bool {
	switch value.(type) {
	case *Object, []any:
		return true
	}
	return false
}

// MarshalJSON writes the fields in their order, and numbers with their digits.
func (object *Object) MarshalJSON() ([]byte, error) {
	var out bytes.Buffer
	out.WriteByte('{')
	for at, name := range object.Names() {
		if at > 0 {
			out.WriteByte(',')
		}
		key, err := json.Marshal(name)
		if err != nil {
			return nil, err
		}
		value, err := json.Marshal(object.Get(name))
		if err != nil {
			return nil, err
		}
		out.Write(append(append(key, ':'), value...))
	}
	out.WriteByte('}')
	return out.Bytes(), nil
}
