package mpesatest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"
)

const (
	startLimit = 60 * time.Second // until a sandbox that was started has to be ready
	stopLimit  = 10 * time.Second // until a sandbox that was told to stop is killed
	callLimit  = 10 * time.Second // for one request to its controls
)

// The sandbox is on this machine or beside it: a proxy for other hosts is not asked.
var direct = &http.Client{Timeout: callLimit, Transport: &http.Transport{}}

// The sandbox of all tests of a package, if its TestMain calls Main.
var shared *Sandbox

// Sandbox is one that runs.
type Sandbox struct {
	URL     string
	token   string
	process *exec.Cmd
	ended   chan struct{}
}

// Main is for a TestMain: one sandbox serves all tests of the package, and is stopped after the last of them.
//
//	func TestMain(m *testing.M) { os.Exit(mpesatest.Main(m)) }
func Main(m *testing.M) int {
	sandbox, err := FindOrStart()
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer sandbox.Close()
	shared = sandbox
	return m.Run()
}

// FindOrStart finds the sandbox that MPESA_SANDBOX_URL names, or starts one, which Close stops.
func FindOrStart() (*Sandbox, error) {
	token := os.Getenv("MPESA_SANDBOX_CONTROL_TOKEN")
	if url := os.Getenv("MPESA_SANDBOX_URL"); url != "" {
		sandbox := &Sandbox{URL: strings.TrimRight(url, "/"), token: token}
		return sandbox, sandbox.call(http.MethodGet, "/_sandbox/health", nil, nil)
	}
	words, err := command()
	if err != nil {
		return nil, err
	}
	process := exec.Command(words[0], append(words[1:], "sandbox", "--port", "0", "--quiet")...)
	process.Stderr = os.Stderr
	stdout, err := process.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := process.Start(); err != nil {
		return nil, fmt.Errorf("the sandbox does not start: %w", err)
	}
	sandbox := &Sandbox{token: token, process: process, ended: make(chan struct{})}
	first := make(chan []byte, 1)
	go func() {
		line, _ := bufio.NewReader(stdout).ReadBytes('\n')
		first <- line
		io.Copy(io.Discard, stdout)
		process.Wait()
		close(sandbox.ended)
	}()
	if err := sandbox.ready(first); err != nil {
		sandbox.Close()
		return nil, err
	}
	return sandbox, nil
}

func (s *Sandbox) ready(first <-chan []byte) error {
	var line []byte
	select {
	case line = <-first:
	case <-time.After(startLimit):
		return fmt.Errorf("the sandbox was not ready within %s", startLimit)
	}
	var description struct{ BaseURL, ControlToken string }
	if err := json.Unmarshal(line, &description); err != nil {
		return errors.New("the sandbox ended before it was ready; stderr says why")
	}
	s.URL = description.BaseURL
	if description.ControlToken != "" {
		s.token = description.ControlToken
	}
	return nil
}

// Close stops the process, if this is one that FindOrStart started.
func (s *Sandbox) Close() {
	if s.process == nil {
		return
	}
	// Windows has no such signal.
	if s.process.Process.Signal(syscall.SIGTERM) != nil {
		s.process.Process.Kill()
	}
	select {
	case <-s.ended:
	case <-time.After(stopLimit):
		s.process.Process.Kill()
		<-s.ended
	}
}

// call asks a control address; its complaint, if there is one, becomes the error.
func (s *Sandbox) call(method, path string, argument, answer any) error {
	body, err := json.Marshal(argument)
	if err != nil {
		return err
	}
	request, err := http.NewRequest(method, s.URL+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	if method == http.MethodGet {
		request.Body, request.ContentLength = nil, 0
	}
	request.Header.Set("Content-Type", "application/json")
	if s.token != "" {
		request.Header.Set("Authorization", "Bearer "+s.token)
	}
	response, err := direct.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	text, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	if response.StatusCode/100 != 2 {
		return fmt.Errorf("%s %s was answered with %d: %s", method, s.URL+path, response.StatusCode, text)
	}
	if answer == nil {
		return nil
	}
	return json.Unmarshal(text, answer)
}

func command() ([]string, error) {
	if jar := os.Getenv("MPESA_JAR"); jar != "" {
		return []string{"java", "-jar", jar}, nil
	}
	name := os.Getenv("MPESA")
	if name == "" {
		name = "mpesa"
	}
	program, err := exec.LookPath(name)
	if err != nil {
		return nil, errors.New("no sandbox: set MPESA_SANDBOX_URL to one that runs, MPESA to the mpesa command or MPESA_JAR to mpesa.jar")
	}
	return []string{program}, nil
}
