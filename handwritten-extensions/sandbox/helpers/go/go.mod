module mpesasandbox

go 1.22
