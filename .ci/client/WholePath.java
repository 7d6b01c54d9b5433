import gen.ApiClient;
import gen.ApiException;
import gen.api.AboutApi;
import gen.api.EverybodyInvolvedApi;
import gen.api.PeopleApi;
import gen.api.PublicApi;
import gen.api.ReviewersApi;
import gen.api.SecretariatApi;
import gen.api.SubmittersApi;
import gen.model.*;
import java.io.File;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Takes a practice from a draft to publication with a client that was generated from the description of the API. */
public class WholePath {

    private final String base;
    private int calls;

    private WholePath(String base) {
        this.base = base;
    }

    public static void main(String... arguments) throws Exception {
        new WholePath(arguments[0]).go();
    }

    private void go() throws Exception {
        SubmittersApi submitter = new SubmittersApi(as("demo-contributor-2"));
        SecretariatApi secretariat = new SecretariatApi(as("demo-secretariat"));
        String word = "generated" + System.nanoTime();

        String focalPoint = new PeopleApi(as("demo-contributor-2"))
                .registerPerson(new Profile().name("Sample focal point"), UUID.randomUUID().toString(), false)
                .getId();
        File text = Files.createTempFile("sample", ".txt").toFile();
        Files.writeString(text.toPath(), "A sample by " + word);
        Attachment file = submitter.uploadAttachment("sample.txt", text, false);
        Item item = new Item(practice(word, focalPoint, file));
        expect("the form is acceptable", true, submitter.check(item, null).getAcceptable());
        expect("a trial", StageName.SUBMITTED, submitter.submit(item, false, null, true).getStage());

        String key = UUID.randomUUID().toString();
        Submission draft = submitter.submit(item, true, key, false);
        expect("a repeat", draft.getId(), submitter.submit(item, true, key, false).getId());
        String id = draft.getId();
        refused(412, () -> submitter.submitDraft(id, "\"999\"", false, Map.of()));
        Submission submitted = submitter.submitDraft(id, tag(draft), false, Map.of());
        expect("the stage", StageName.SUBMITTED, submitted.getStage());

        List<String> un = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Candidate candidate : secretariat.listCandidates(id, 100, null).getCandidates()) {
            if (candidate.getEligible()) {
                (candidate.getSector() == Sector.UN ? un : others).add(candidate.getPerson());
            }
        }
        String seen = tag(new EverybodyInvolvedApi(as("demo-secretariat")).viewSubmission(id));
        List<String> panel = List.of(un.get(0), others.get(0), others.get(1));
        refused(422, () -> secretariat.seatPanel(id, seen, new PanelProposal().reviewers(others), false));
        secretariat.seatPanel(id, seen, new PanelProposal().reviewers(panel), false);
        for (String person : panel) {
            review(id, person);
        }

        PublicApi anybody = new PublicApi(as(""));
        expect("the approvals", 3, anybody.readItem(id).getReviewed().getApprovals());
        SearchPage found = anybody.search(
                word, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
        expect("what is found", id, found.getItems().get(0).getId());
        System.out.println("The generated client has taken " + id + " to publication in " + calls + " calls");
    }

    private void review(String id, String person) throws Exception {
        ApiClient client = as(tokenOf(person));
        EverybodyInvolvedApi involved = new EverybodyInvolvedApi(client);
        ReviewersApi reviewer = new ReviewersApi(client);
        refused(403, () -> involved.readRevision(id, 1));
        Submission accepted = reviewer.acceptSeat(id, tag(involved.viewSubmission(id)), false, Map.of());
        Content read = involved.readRevision(id, 1);
        expect("the type of what is read", Practice.class, read.getContent().getActualInstance().getClass());
        reviewer.review(
                id,
                tag(accepted),
                new ReviewForm().digest(read.getDigest()).outcome(ReviewOutcome.APPROVE),
                false);
    }

    private String tokenOf(String person) throws ApiException {
        for (int number = 1; number <= 8; number++) {
            String token = "demo-reviewer-" + number;
            if (person.equals(new AboutApi(as(token)).whoAmI().getPerson())) {
                return token;
            }
        }
        throw new IllegalStateException("Nobody has a token for " + person);
    }

    private static Practice practice(String word, String focalPoint, Attachment file) {
        return new Practice()
                .kind(Practice.KindEnum.PRACTICE)
                .language("en")
                .texts(Map.of(
                        "en",
                        new PracticeText()
                                .title("Sample: a practice that " + word + " takes along")
                                .summary("This is a sample.")))
                .primaryObjectives(List.of("objective-3"))
                .type("practice-type-project")
                .geography(new Geography().countries(List.of("NER")))
                .period(new Period().startYear(2021))
                .mainImplementers(List.of(new OrganisationRef().name("Sample generators")))
                .focalPoint(focalPoint)
                .attachments(List.of(file));
    }

    private ApiClient as(String token) {
        ApiClient client = new ApiClient();
        client.updateBaseUri(base);
        client.setRequestInterceptor(request -> {
            calls++;
            if (!token.isEmpty()) {
                request.header("Authorization", "Bearer " + token);
            }
        });
        return client;
    }

    private static String tag(Submission submission) {
        return "\"" + submission.getVersion() + "\"";
    }

    private interface Call {
        void make() throws ApiException;
    }

    private static void refused(int status, Call call) {
        try {
            call.make();
        } catch (ApiException e) {
            expect("the status", status, e.getCode());
            return;
        }
        throw new IllegalStateException("It was not refused");
    }

    private static void expect(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new IllegalStateException(what + ": " + found + ", not " + expected);
        }
    }
}
