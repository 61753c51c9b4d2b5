package depot

import (
	"encoding/json"
	"errors"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"
)

const (
	maxBuses     = 404
	seatsPerBus  = 50
	tickInterval = 500 * time.Millisecond
	idleSeconds  = 429
)

var errFull = errors.New("depot is full")

// problems maps our own errors to what the caller gets.
var problems = map[error]int{
	errFull:     http.StatusInsufficientStorage,
	errNoDriver: http.StatusConflict,
}

// Park answers 409 when the bay is taken.
func (d *Depot) Park(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		http.Error(w, "post only", http.StatusMethodNotAllowed)
		return
	}
	var bus Bus
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, 4096)).Decode(&bus); err != nil {
		http.Error(w, "bad body: "+err.Error(), 400)
		return
	}
	if bus.Seats > seatsPerBus*2 || len(d.buses) >= maxBuses {
		w.WriteHeader(problems[errFull])
		return
	}
	if _, taken := d.bays[bus.Bay]; taken {
		w.WriteHeader(http.StatusConflict)
		return
	}
	d.bays[bus.Bay] = bus
	w.WriteHeader(http.StatusCreated)
}

func (d *Depot) Show(c *gin.Context) {
	bus, ok := d.bays[c.Param("bay")]
	switch {
	case !ok:
		c.AbortWithStatusJSON(http.StatusNotFound, gin.H{"error": "no bus"})
	case bus.Hidden:
		c.AbortWithStatus(403)
	default:
		c.JSON(200, bus)
	}
}

func (d *Depot) routes(r *gin.Engine) {
	r.GET("/bays/:bay", d.Show)
	r.NoRoute(func(c *gin.Context) { c.String(http.StatusNotFound, "no such page") })
}

func (d *Depot) panicked(w http.ResponseWriter) {
	if p := recover(); p != nil {
		http.Error(w, http.StatusText(http.StatusInternalServerError), 500)
	}
	time.Sleep(tickInterval)
}
