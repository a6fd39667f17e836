module mpesa.example/languages

go 1.23
