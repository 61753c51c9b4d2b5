package grove.greenhouse;

import jakarta.validation.Valid;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/beds")
class GreenhouseController {
    private static final int LUX = 500;
    private static final int MAX_PLANTS = 404;
    private final RestTemplate meters = new RestTemplate();
    private final Beds beds;

    GreenhouseController(Beds beds) {
        this.beds = beds;
    }

    @ResponseStatus(HttpStatus.CONFLICT)
    static class BedTaken extends RuntimeException {}

    @GetMapping("/{id}")
    ResponseEntity<Bed> bed(@PathVariable int id) {
        Optional<Bed> bed = beds.find(id);
        if (bed.isEmpty()) return ResponseEntity.notFound().build();
        if (bed.get().closed()) return ResponseEntity.status(410).build();
        return ResponseEntity.ok(bed.get());
    }

    @PostMapping
    ResponseEntity<Void> plant(@Valid @RequestBody Plan plan) {
        if (plan.plants() > MAX_PLANTS) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY, "at most 404 plants");
        }
        if (beds.taken(plan.bed())) throw new BedTaken();
        beds.plant(plan);
        return ResponseEntity.status(HttpStatus.CREATED).build();
    }

    @GetMapping("/{id}/moisture")
    ResponseEntity<Integer> moisture(@PathVariable int id) {
        try {
            return ResponseEntity.ok(meters.getForObject("http://meters.local:4040/bed/{id}", Integer.class, id));
        } catch (HttpClientErrorException.TooManyRequests e) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header("Retry-After", "30").build();
        } catch (HttpClientErrorException e) {
            if (e.getStatusCode() == HttpStatus.NOT_FOUND) return ResponseEntity.noContent().build();
            throw new ResponseStatusException(HttpStatus.BAD_GATEWAY, "meter", e);
        } catch (HttpServerErrorException e) {
            if (e.getRawStatusCode() == 507) beds.purge(id);
            return ResponseEntity.internalServerError().body(LUX);
        }
    }

    @ExceptionHandler(IllegalArgumentException.class)
    ProblemDetail wrong(IllegalArgumentException e) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, e.getMessage());
    }
}
