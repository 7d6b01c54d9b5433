package org.migrationhub.server.api;

import java.util.List;

/** What is served beside the API, to people. Implementations are thread-safe. */
public interface Pages {

    /** The media type of a page. */
    String HTML = "text/html";

    /**
     * Every page. Unless it is {@link Trait#PERSONAL}, it is asked for as by a visitor. Its unknown parameters are left out: others append their own to
     * addresses that they pass on.
     */
    List<Operation> operations();

    /**
     * Tells somebody with a browser what a program is told as a problem.
     *
     * @param ask what was asked for; its query is empty
     * @param problem what a program would be answered
     * @param code of the kind of problem
     * @param logId under which the log tells more
     */
    Answer refusal(Ask ask, Answer problem, String code, String logId);
}
