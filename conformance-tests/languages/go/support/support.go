// Package support is what every driver needs and no client brings: the sandbox's description, RSA, and an address for
// callbacks.
package support

import (
	"bytes"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"time"
)

// Sandbox is what a sandbox says of itself.
type Sandbox struct {
	BaseURL string `json:"baseUrl"`
	Kenya   struct {
		BaseURL, ConsumerKey, ConsumerSecret, PayBill, Passkey, BusinessShortCode string
		InitiatorName, InitiatorPassword, Certificate                              string
	}
	Vodacom    struct{ BaseURL, APIKey, PublicKey, ServiceProviderCode string }
	Mozambique struct {
		APIKey, PublicKey, ServiceProviderCode, ReceiverPartyCode string
		Ports                                                     map[string]int
	}
}

// Read takes the description from the environment.
func Read() Sandbox {
	var sandbox Sandbox
	Must(json.Unmarshal([]byte(os.Getenv("MPESA_SANDBOX")), &sandbox))
	return sandbox
}

// Must ends the program if anything went wrong.
func Must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// Equal ends the program unless two values are the same.
func Equal(expected, actual any) {
	if expected != actual {
		Must(fmt.Errorf("expected %v, was %v", expected, actual))
	}
}

// Encrypt is RSA with PKCS 1 version 1.5, in base64, as every market wants its secrets.
func Encrypt(secret string, key *rsa.PublicKey) string {
	encrypted, err := rsa.EncryptPKCS1v15(rand.Reader, key, []byte(secret))
	Must(err)
	return base64.StdEncoding.EncodeToString(encrypted)
}

// CertificateKey reads the key of a certificate in PEM.
func CertificateKey(text string) *rsa.PublicKey {
	block, _ := pem.Decode([]byte(text))
	certificate, err := x509.ParseCertificate(block.Bytes)
	Must(err)
	return certificate.PublicKey.(*rsa.PublicKey)
}

// PortalKey reads a public key as Vodacom's portals print it: base64 on one line.
func PortalKey(text string) *rsa.PublicKey {
	der, err := base64.StdEncoding.DecodeString(text)
	Must(err)
	key, err := x509.ParsePKIXPublicKey(der)
	Must(err)
	return key.(*rsa.PublicKey)
}

// FreshID is 32 characters that were never used.
func FreshID() string {
	id := make([]byte, 16)
	_, err := rand.Read(id)
	Must(err)
	return hex.EncodeToString(id)
}

// Control tells the sandbox's control address something.
func Control(sandbox Sandbox, path string, argument any) {
	body, err := json.Marshal(argument)
	Must(err)
	answer, err := http.Post(sandbox.BaseURL+"/_sandbox/"+path, "application/json", bytes.NewReader(body))
	Must(err)
	Equal(http.StatusOK, answer.StatusCode)
}

// Shop is a web server that hears callbacks.
type Shop struct {
	address string
	arrived chan []byte
}

// Listen replies to callbacks with what reply makes of them.
func Listen(reply func(body map[string]any) map[string]any) Shop {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	Must(err)
	shop := Shop{"http://" + listener.Addr().String(), make(chan []byte, 4)}
	go http.Serve(listener, http.HandlerFunc(func(writer http.ResponseWriter, request *http.Request) {
		text, err := io.ReadAll(request.Body)
		Must(err)
		var body map[string]any
		Must(json.Unmarshal(text, &body))
		writer.Header().Set("Content-Type", "application/json")
		Must(json.NewEncoder(writer).Encode(reply(body)))
		shop.arrived <- text
	}))
	return shop
}

// URL is an address of the shop.
func (shop Shop) URL(path string) string {
	return shop.address + path
}

// Next reads the next callback into a record of the client.
func (shop Shop) Next(record any) {
	select {
	case text := <-shop.arrived:
		Must(json.Unmarshal(text, record))
	case <-time.After(10 * time.Second):
		Must(fmt.Errorf("no callback came"))
	}
}
