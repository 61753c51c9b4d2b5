package api

import (
	"encoding/json"
	"errors"
	"net/http"

	"example.org/shop/store"
)

type server struct {
	store *store.Store
	limit int
}

func writeError(w http.ResponseWriter, status int, message string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(map[string]any{"status": status, "message": message})
}

func (s *server) order(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodGet {
		w.Header().Set("Allow", "GET")
		http.Error(w, "only GET", http.StatusMethodNotAllowed)
		return
	}
	order, err := s.store.Order(r.Context(), r.PathValue("id"))
	switch {
	case errors.Is(err, store.ErrMissing):
		writeError(w, 404, "no such order")
		return
	case errors.Is(err, store.ErrLocked):
		writeError(w, http.StatusLocked, "somebody edits it")
		return
	case err != nil:
		http.Error(w, err.Error(), 500)
		return
	}
	w.WriteHeader(http.StatusOK)
	json.NewEncoder(w).Encode(order)
}

func (s *server) upload(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 500<<10)
	if _, err := s.store.Add(r.Body); err != nil {
		w.WriteHeader(http.StatusRequestEntityTooLarge)
		return
	}
	w.WriteHeader(201)
}
