module strangers

go 1.21

require github.com/jwambugu/mpesa-golang-sdk v1.0.8
