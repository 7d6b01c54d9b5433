package org.migrationhub.server.site.secretariat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.Desk;
import org.migrationhub.core.SubmissionView;
import org.migrationhub.core.access.Right;
import org.migrationhub.core.error.NotFoundException;
import org.migrationhub.core.error.RefusedException;
import org.migrationhub.core.error.StaleVersionException;
import org.migrationhub.core.error.WrongStageException;
import org.migrationhub.core.review.Act;
import org.migrationhub.core.review.StageName;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.server.api.Answer;
import org.migrationhub.server.site.page.Frame;
import org.migrationhub.server.site.page.Route;
import org.migrationhub.server.site.page.Said;
import org.migrationhub.server.site.page.Seen;
import org.migrationhub.server.site.page.Typed;
import org.migrationhub.server.site.page.Visit;

/**
 * An item with everything that is known of it, and what ends with a word of the secretariat: each such act has a page of its
 * own that says what will come of it. Stateless and thread-safe.
 */
final class ItemPages {

    static final String VERSION = "version";

    private static final String ACT = Items.ITEM + "/acts/{act}";
    private static final String TEXT = "text";

    private ItemPages() {}

    static List<Route> routes() {
        return List.of(
                Route.of(Items.ITEM, ItemPages::show).personal(),
                Route.of(ACT, ItemPages::ask).personal(),
                Route.post(ACT, ItemPages::decide).personal());
    }

    /** What the secretariat says alone. */
    enum Deciding {
        RETURN(Act.RETURN, true, "secretariat-returned") {
            @Override
            void done(Desk desk, SubmissionId id, String text) {
                desk.returnToSubmitter(id, text);
            }

            @Override
            boolean isDone(Visit visit, SubmissionView view, String text) {
                return BACK.contains(view.stage()) && text.equals(view.note());
            }
        },
        DECLINE(Act.DECLINE, true, "secretariat-declined") {
            @Override
            void done(Desk desk, SubmissionId id, String text) {
                desk.decline(id, text);
            }

            @Override
            boolean isDone(Visit visit, SubmissionView view, String text) {
                return DECLINED.contains(view.stage()) && text.equals(view.note());
            }
        },
        CLOSE_ROUND(Act.CLOSE_ROUND, false, "secretariat-round-closed") {
            @Override
            void done(Desk desk, SubmissionId id, String text) {
                desk.closeRound(id);
            }

            @Override
            boolean isDone(Visit visit, SubmissionView view, String text) {
                return BACK.contains(view.stage()) || DECLINED.contains(view.stage());
            }
        },
        RETRACT(Act.RETRACT, true, "secretariat-retracted") {
            @Override
            void done(Desk desk, SubmissionId id, String text) {
                desk.retract(id, text);
            }

            @Override
            boolean isDone(Visit visit, SubmissionView view, String text) {
                return view.stage() == StageName.RETRACTED && text.equals(view.note());
            }
        },
        REPRESENT(Act.REPRESENT, true, "secretariat-represents") {
            @Override
            void done(Desk desk, SubmissionId id, String text) {
                desk.represent(id, text);
            }

            @Override
            boolean isDone(Visit visit, SubmissionView view, String text) {
                return view.representatives().stream()
                        .anyMatch(one -> one.person().equals(visit.ask().actor().person())
                                && one.reason().equals(text));
            }

            @Override
            String leadsTo(SubmissionId id) {
                return BehalfPages.SUBMISSIONS + id;
            }
        };

        private static final Set<StageName> BACK =
                EnumSet.of(StageName.CHANGES_REQUESTED, StageName.UPDATE_CHANGES_REQUESTED);

        /** An update that is declined leaves what is public as it was. */
        private static final Set<StageName> DECLINED = EnumSet.of(StageName.DECLINED, StageName.PUBLISHED);

        private final Act act;
        private final boolean withWords;
        private final String told;

        Deciding(Act act, boolean withWords, String told) {
            this.act = act;
            this.withWords = withWords;
            this.told = told;
        }

        abstract void done(Desk desk, SubmissionId id, String text);

        /** Whether it is as this would make it: a form that is sent twice has done what it says. */
        abstract boolean isDone(Visit visit, SubmissionView view, String text);

        /** Where whoever has decided goes on. */
        String leadsTo(SubmissionId id) {
            return Items.path(id);
        }

        static Deciding of(Visit visit) {
            String code = visit.ask().inPath("act");
            return Arrays.stream(values())
                    .filter(deciding -> deciding.act.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new NotFoundException("act", code));
        }
    }

    private static Answer show(Visit visit) {
        return shown(visit, 200, null);
    }

    private static Answer shown(Visit visit, int status, @Nullable Said wrong) {
        SubmissionId id = visit.ask().submission();
        if (!visit.ask().desk().may(Right.SEE_QUEUES)) {
            throw new NotFoundException("submission", id.value());
        }
        SubmissionView view = visit.ask().desk().view(visit.ask().submission());
        DeskItem page = new ItemSheet(visit, view).page(wrong);
        return visit.own(status, "secretariat/item", frame(visit, Items.title(view)), page);
    }

    private static Frame frame(Visit visit, Said title) {
        return visit.desk(title, "desk.queue");
    }

    private static Answer ask(Visit visit) {
        return asked(visit, 200, Deciding.of(visit), Typed.nothing());
    }

    private static Answer asked(Visit visit, int status, Deciding deciding, Typed typed) {
        SubmissionView view = visit.ask().desk().view(visit.ask().submission());
        if (!view.possible().contains(deciding.act)) {
            return tooLate(visit, typed);
        }
        DecisionView page = new DecisionView(Items.head(visit, view), deciding.act.code(), deciding.withWords, typed);
        Said title = visit.voice().plain("secretariat.deed." + deciding.act.code());
        return visit.own(status, "secretariat/decision", frame(visit, title), page);
    }

    private static Answer decide(Visit visit) {
        Deciding deciding = Deciding.of(visit);
        SubmissionId id = visit.ask().submission();
        Typed typed = visit.typed();
        return attempt(
                visit,
                typed,
                () -> {
                    deciding.done(visit.ask().desk(version(typed)), id, typed.text(TEXT));
                    return visit.leadTo(deciding.leadsTo(id), deciding.told);
                },
                refused -> again(visit, deciding, refused));
    }

    private static Answer again(Visit visit, Deciding deciding, Refusal refused) {
        SubmissionView view = visit.ask().desk().view(visit.ask().submission());
        boolean isOver = refused.isStale() && !view.possible().contains(deciding.act);
        return isOver && deciding.isDone(visit, view, refused.typed().text(TEXT))
                ? visit.leadTo(deciding.leadsTo(view.id()), deciding.told)
                : asked(
                        visit,
                        refused.status(),
                        deciding,
                        deciding == Deciding.REPRESENT ? howAsked(visit, refused.typed()) : refused.typed());
    }

    /** What is missing where somebody acts for another is no reason, but how they were asked to. */
    static Typed howAsked(Visit visit, Typed typed) {
        return typed.complaint(TEXT) == null || typed.given(TEXT).isPresent()
                ? typed
                : typed.refused(TEXT, visit.voice().plain("secretariat.words.missing.represent"));
    }

    /** A form that wasn't done, with what is wrong. */
    record Refusal(int status, Typed typed) {

        private static final int STALE = 412;

        /** Whether that is that something has changed since the form was opened. */
        boolean isStale() {
            return status == STALE;
        }

        /** Whether it has changed to what was typed: a form that is sent twice has done what it says. */
        boolean isDone(Typed there) {
            return isStale() && Seen.isSame(typed, there);
        }

        /** What whoever sent it goes on from: of what has changed meanwhile what is there now, else what they had seen. */
        Seen seen(Seen now) {
            return isStale() ? now : Seen.sent(typed);
        }

        /** What was typed, with what has changed meanwhile. */
        Typed met(Typed there, Seen.Wording wording) {
            return isStale() ? Seen.sent(typed).merged(typed, there, wording) : typed;
        }
    }

    /** Shows a form again. */
    interface Again {
        Answer shown(Refusal refusal);
    }

    /** Does what a form says, or shows it again with what speaks against it; too late, the item as it is now. */
    static Answer attempt(Visit visit, Typed typed, Supplier<Answer> act, Again again) {
        try {
            return act.get();
        } catch (RefusedException e) {
            return again.shown(new Refusal(422, typed.refused(visit.voice(), e)));
        } catch (StaleVersionException e) {
            return again.shown(
                    new Refusal(Refusal.STALE, typed.refused("", visit.voice().plain("secretariat.stale"))));
        } catch (WrongStageException e) {
            return tooLate(visit, typed);
        }
    }

    /** What was to be done isn't possible any more, mostly since a colleague was faster: the words for it can be copied. */
    static Answer tooLate(Visit visit, Typed typed) {
        return typed.given(TEXT).isPresent()
                ? visit.unsent(
                        typed,
                        List.of(TEXT),
                        field -> label(visit),
                        Items.address(visit, visit.ask().submission()))
                : shown(visit, 409, visit.voice().plain("secretariat.late.act"));
    }

    /** What the words were to be; some pages ask for words for a single act, which isn't named in their address. */
    private static String label(Visit visit) {
        String path = visit.path();
        String key = "secretariat.words." + path.substring(path.lastIndexOf('/') + 1);
        return visit.voice().has(key) ? visit.voice().say(key) : "";
    }

    /** The version that a form was made for; what is none fits none. */
    static long version(Typed typed) {
        String text = typed.text(VERSION);
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }
}
