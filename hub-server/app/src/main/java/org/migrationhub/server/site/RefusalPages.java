package org.migrationhub.server.site;

import java.util.Map;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Frame;
import org.migrationhub.server.site.page.Rendering;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Visit;
import org.migrationhub.server.site.page.Voice;

/** Pages in place of those that there are not. They ask nothing of the core, which may be what fails. Thread-safe. */
final class RefusalPages {

    private RefusalPages() {}

    /** The problem as a page, with the header fields that belong to it. */
    static Answer answer(Visit visit, Answer problem, String code, String logId) {
        int status = problem.status();
        String kind = kind(visit.voice(), status, code);
        Refused page = new Refused(status, visit.voice().say("refused." + kind), status >= 500 ? logId : "");
        Said title = new Said(visit.voice().say("refused." + kind + ".title"), null, null);
        Frame frame = visit.frame(title, "/").unlisted();
        Frame shown = isOfDesk(visit) ? frame.within(Frame.DESK).forWork() : frame;
        Answer answer = Rendering.page(status, "refused", Map.of("frame", shown, "page", page));
        for (Map.Entry<String, String> header : problem.headers().entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer.with("Cache-Control", "no-store");
    }

    /** Whether somebody is at their desk, whose ways to its other pages stay. */
    private static boolean isOfDesk(Visit visit) {
        String language = "/" + visit.voice().tag();
        String path = visit.ask().path();
        return visit.viewer().isIn() && (path.startsWith(language + "/desk") || path.startsWith(language + "/account"));
    }

    private static String kind(Voice voice, int status, String code) {
        if (voice.has("refused." + code)) {
            return code;
        }
        return switch (status) {
            case 404 -> "missing";
            case 410 -> "gone";
            case 503 -> "unavailable";
            default -> status >= 500 ? "fault" : "wrong";
        };
    }
}
