package org.example.api;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.HashMap;
import java.util.Map;

@Provider
public class JaxRsErrors implements ExceptionMapper<RuntimeException> {
    private static final int MAX_MESSAGE = 500;
    private static final Map<Integer, String> HINTS = new HashMap<>();

    static {
        HINTS.put(401, "send a token");
        HINTS.put(404, "look at the id");
        HINTS.put(429, "wait a minute");
    }

    @Override
    public Response toResponse(RuntimeException e) {
        if (e instanceof NotFoundException) {
            return Response.status(Response.Status.NOT_FOUND).entity(HINTS.get(404)).build();
        }
        if (e instanceof ClientErrorException client) {
            int status = client.getResponse().getStatus();
            if (status == Response.Status.TOO_MANY_REQUESTS.getStatusCode()) {
                return Response.status(429).header("Retry-After", 64).build();
            }
            return Response.status(status).entity(HINTS.getOrDefault(status, "")).build();
        }
        String message = String.valueOf(e.getMessage());
        if (message.length() > MAX_MESSAGE) {
            message = message.substring(0, 500);
        }
        return Response.serverError().entity(message).build();
    }
}
