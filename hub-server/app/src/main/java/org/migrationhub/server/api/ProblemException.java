package org.migrationhub.server.api;

import java.util.Map;
import org.migrationhub.server.json.Json;
import org.migrationhub.server.json.Tree;

/** A request that gets a problem for an answer. */
final class ProblemException extends RuntimeException {

    private final Problem problem;
    private final transient Map<String, Object> body;
    private final transient Map<String, String> headers;

    ProblemException(Problem problem, Tree body) {
        this(problem, body.done(), Map.of());
    }

    private ProblemException(Problem problem, Map<String, Object> body, Map<String, String> headers) {
        super(problem.code());
        this.problem = problem;
        this.body = body;
        this.headers = headers;
    }

    /** The same with this header field. */
    ProblemException with(String header, String value) {
        return new ProblemException(problem, body, Map.of(header, value));
    }

    Problem problem() {
        return problem;
    }

    Answer answer() {
        Answer answer = Answer.of(problem.status(), Problem.MEDIA_TYPE, Json.bytes(body));
        for (Map.Entry<String, String> header : headers.entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer;
    }
}
