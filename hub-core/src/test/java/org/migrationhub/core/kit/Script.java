package org.migrationhub.core.kit;

import java.util.List;
import org.migrationhub.core.review.PastEvent;
import org.migrationhub.core.review.ReviewContext;
import org.migrationhub.core.review.ReviewPolicy;
import org.migrationhub.core.review.Submission;

/**
 * A small language in which a submission's way reads like the rule:
 *
 * <pre>{@code
 * Script.under(ReviewPolicy.GCM_2022).play("""
 *     given a practice by ana of ministry
 *     and reviewers uma (UN), noel (non-UN), nina (non-UN)
 *     when ana submits
 *     and the secretariat seats uma, noel, nina
 *     and uma, noel, nina accept
 *     and uma, noel approve
 *     then it is in-review
 *     when nina approves
 *     then it is published with 3 approvals, 1 UN and 2 non-UN
 *     """);
 * }</pre>
 *
 * <h2>Lines</h2>
 *
 * Each line is one sentence. It begins with {@code given} (how the world is), {@code when} (what somebody does) or {@code
 * then} (what must hold), or with {@code and} or {@code but}, which go on with what the line before began. Empty lines
 * and lines that begin with {@code #} are left out. {@code NAME} and {@code ORG} are words in lower case, {@code NAMES}
 * are names with commas or {@code and} between them, each of whom does the same in turn; {@code SIDE} is {@code UN},
 * {@code non-UN} or {@code undetermined}; {@code TAGS} are languages, {@code CODES} codes of rules, with commas between
 * them; {@code N} is a number; {@code [...]} may be left out.
 *
 * <h2>given</h2>
 *
 * <pre>{@code
 * a practice by NAME of ORG                 NAME starts a practice that ORG implements; a resource is published by ORG
 * a resource by NAME of ORG
 * reviewers NAME (SIDE [of ORG]), ...       on the roster, each of an own body unless one is named; also: reviewer
 * it names NAMES                            as contributors
 * it is implemented by ORG [by name]        named with its id; "by name": as somebody wrote it, without the id
 * it is partnered by ORG [by name]
 * it is written in TAGS
 * ORG is part of ORG
 * }</pre>
 *
 * <h2>given and when</h2>
 *
 * <pre>{@code
 * NAME moves to ORG (SIDE)                  a change of employer, as of now
 * NAME also joins ORG (SIDE)                beside what there is
 * NAME leaves ORG
 * NAME has the address of NAME              one human being under two records
 * NAME joins the roster
 * NAME leaves the roster
 * NAME judges in TAGS
 * NAME declares a conflict with ORG         on the roster
 * NAME takes N item(s) at a time
 * NAME holds N open seat(s)                 on other submissions
 * NAME is away for N day(s)                 from now
 * N day(s) pass(es)                         or: hour(s), second(s)
 * }</pre>
 *
 * <h2>when</h2>
 *
 * <pre>{@code
 * NAME saves a draft
 * NAME submits
 * NAME revises                              with a changed summary
 * NAME revises nothing                      hands in the same content again
 * NAME revises naming NAME                  as a further contributor
 * NAME revises naming NAME's organisation   as a further implementer, as written; or: NAME revises naming ORG as ...
 * NAME revises naming ORG as implementer
 * NAME revises naming ORG as partner
 * NAME withdraws [without a word]
 * the secretariat returns it [without a word]
 * the secretariat declines it [without a word]
 * the secretariat seats NAMES
 * the secretariat fills a seat with NAME
 * the secretariat replaces NAME by NAME
 * the secretariat seats further NAME
 * the secretariat closes the round
 * the secretariat retracts it [without a word]
 * NAMES accept(s)
 * NAMES decline(s) the seat
 * NAMES recuse(s)
 * NAMES approve(s) [revision N]             of an earlier revision: a review that comes too late
 * NAMES request(s) changes [without a word]
 * NAMES decline(s) [without a word]
 * }</pre>
 *
 * <h2>then</h2>
 *
 * <pre>{@code
 * it is refused: CODES                      the act before was, with exactly these; "wrong-stage", "not-found"
 * it is STAGE                               by its code, such as in-review
 * it is published with N approvals, N UN and N non-UN
 * the verdict is OUTCOME                    of the last round: approved, changes-requested, declined
 * revision N is public
 * nothing is public
 * it is in round N on revision N
 * it has N event(s)
 * NAME is STATE                             by the last seat: invited, accepted, declined, recused, replaced, reviewed
 * NAME has no seat                          in the last round, standing or not
 * NAMES is/are awaited                      exactly these
 * nobody is awaited
 * N seat(s) is/are vacant
 * NAMES is/are overdue                      exactly these
 * nobody is overdue
 * the round is tied for SIDE[, SIDE]        from which side a further reviewer could decide
 * NAME is eligible
 * NAME is not eligible: CODES               for exactly these reasons
 * }</pre>
 *
 * An act that is refused must be followed by {@code then it is refused}; otherwise the script fails there. After every
 * act all events are replayed and must give the same submission. Whatever goes wrong is an {@link AssertionError} that
 * names the line, what was expected and what was there.
 *
 * <p>Nobody's rights are asked for: who may do what is the access table's to say, and the hub's to hold. Not thread-safe.
 */
public final class Script {

    private final ScriptWorld world;
    private final ScriptGrammar grammar;

    private Script(ScriptWorld world) {
        this.world = world;
        this.grammar = ScriptGrammar.of(world);
    }

    /** A script whose submission is judged under this policy. It begins at {@link Samples#NOW}. */
    public static Script under(ReviewPolicy policy) {
        return new Script(new ScriptWorld(policy));
    }

    /**
     * Plays these lines; a second text goes on where the first ended.
     *
     * @return this
     * @throws AssertionError naming the first line that fails, and why
     */
    public Script play(String lines) {
        ScriptLine.read(lines).forEach(this::play);
        ScriptLine.atEnd(world);
        return this;
    }

    /** The submission as it stands. */
    public Submission submission() {
        return world.submission();
    }

    /** All that happened to it. */
    public List<PastEvent> events() {
        return world.events();
    }

    /** The facts as they are now, for acts outside of the script's language. */
    public ReviewContext context() {
        return world.context();
    }

    private void play(ScriptLine line) {
        try {
            if (!line.is("then it is refused: .*")) {
                world.expectNoRefusal();
            }
            world.at(line);
            grammar.play(line);
        } catch (ScriptProblem problem) {
            throw new AssertionError(line + ": " + problem.getMessage(), problem);
        }
    }
}
