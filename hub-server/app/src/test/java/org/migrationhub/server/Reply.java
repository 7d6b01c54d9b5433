package org.migrationhub.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;

/** What a server answered. */
public record Reply(int status, HttpHeaders headers, String text) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public JsonNode json() {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + text, e);
        }
    }

    /** The text at a JSON pointer; empty if there is nothing. */
    public String at(String pointer) {
        return json().at(pointer).asText();
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public String code() {
        return at("/code");
    }

    public String id() {
        return at("/id");
    }

    /** The texts of one field of each element of a list. */
    public List<String> each(String list, String field) {
        List<String> found = new ArrayList<>();
        json().at(list).forEach(element -> found.add(element.path(field).asText()));
        return found;
    }

    /** What each violation points to, and its code. */
    public List<String> violations() {
        List<String> found = new ArrayList<>();
        json().at("/violations")
                .forEach(violation -> found.add(violation.path("pointer").asText()
                        + violation.path("parameter").asText() + " "
                        + violation.path("code").asText()));
        return found;
    }
}
