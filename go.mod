module tonggao

go 1.26.0
