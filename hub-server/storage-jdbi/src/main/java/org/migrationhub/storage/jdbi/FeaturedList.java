package org.migrationhub.storage.jdbi;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.review.SubmissionId;
import org.migrationhub.core.storage.FeaturedPlace;

/** What is featured, read from its own index in its order and no further than the page needs. Stateless. */
final class FeaturedList {

    /** The first condition alone bounds the walk along the index; what isn't featured, having no time, fails it. */
    static final String PAGE = "select s.featured_at, s.id from hub.submission s"
            + " where s.featured_at <= ? and (s.featured_at < ? or s.id < ?)"
            + " order by s.featured_at desc, s.id desc limit ?";

    private static final Instant AFTER_ALL = Instant.parse("9999-12-31T00:00:00Z");

    private FeaturedList() {}

    static List<FeaturedPlace> page(Database database, @Nullable FeaturedPlace after, int limit) {
        List<Object> parameters = parameters(after, limit);
        return database.read(handle -> handle.createQuery(PAGE)
                .bind(0, parameters.get(0))
                .bind(1, parameters.get(1))
                .bind(2, parameters.get(2))
                .bind(3, parameters.get(3))
                .map((row, context) -> new FeaturedPlace(
                        row.getObject(1, OffsetDateTime.class).toInstant(), new SubmissionId(row.getString(2))))
                .list());
    }

    static List<Object> parameters(@Nullable FeaturedPlace after, int limit) {
        Object time = Statements.utc(after == null ? AFTER_ALL : after.at());
        return List.of(time, time, after == null ? "" : after.id().value(), limit);
    }
}
