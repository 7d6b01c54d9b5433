package org.migrationhub.server.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.migrationhub.core.content.PersonId;
import org.migrationhub.core.vocabulary.Language;

/** The rows of accounts. Stateless and thread-safe. */
final class AccountTable {

    private static final String COLUMNS =
            "a.id as account_id, a.person, a.email, a.email_key, a.password, a.language," + " a.confirmed_at";

    private AccountTable() {}

    /** An account with what is kept of its password. */
    record Row(Account account, @Nullable String password) {

        /** Nothing of the password. */
        @Override
        public String toString() {
            return account.toString();
        }
    }

    static Optional<Row> byAddress(Handle handle, EmailAddress email) {
        return by(handle, "a.email_key = :key", email.key());
    }

    static Optional<Row> byId(Handle handle, String id) {
        return by(handle, "a.id = :key", id);
    }

    /** The same as {@link #byId}, and nobody else changes it before the transaction ends. */
    static Optional<Row> locked(Handle handle, String id) {
        return by(handle, "a.id = :key for update", id);
    }

    static Optional<Row> byPerson(Handle handle, PersonId person) {
        return by(handle, "a.person = :key", person.value());
    }

    /** The account of a session or token by a condition on a table that refers to it as t. */
    static String joined(String table, String columns, String condition) {
        return "select %s, %s from server.%s t join server.account a on a.id = t.account where %s"
                .formatted(COLUMNS, columns, table, condition);
    }

    /** By ascending id, after one. */
    static List<Account> page(Handle handle, String after, int limit) {
        return handle.createQuery("select %s from server.account a where a.id > :after order by a.id limit :limit"
                        .formatted(COLUMNS))
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> account(row))
                .list();
    }

    /** Whether it could be made: neither the person nor the address has an account. */
    static boolean insert(Handle handle, Account account, @Nullable String password, Instant now) {
        return handle.createUpdate("insert into server.account (id, person, email, email_key, password, language,"
                                + " created_at, confirmed_at) values (:id, :person, :email, :key, :password, :language,"
                                + " :now, :now) on conflict do nothing")
                        .bind("id", account.id())
                        .bind("person", account.person().value())
                        .bind("email", account.email().text())
                        .bind("key", account.email().key())
                        .bind("password", password)
                        .bind("language", account.language().tag())
                        .bind("now", Times.of(now))
                        .execute()
                == 1;
    }

    static void setPassword(Handle handle, String id, String password) {
        handle.createUpdate("update server.account set password = :password where id = :id")
                .bind("password", password)
                .bind("id", id)
                .execute();
    }

    static void setAddress(Handle handle, String id, EmailAddress email) {
        handle.createUpdate("update server.account set email = :email, email_key = :key where id = :id")
                .bind("email", email.text())
                .bind("key", email.key())
                .bind("id", id)
                .execute();
    }

    static void setLanguage(Handle handle, String id, Language language) {
        handle.createUpdate("update server.account set language = :language where id = :id")
                .bind("language", language.tag())
                .bind("id", id)
                .execute();
    }

    /** With everything that belongs to it. */
    static void delete(Handle handle, String id) {
        handle.createUpdate("delete from server.account where id = :id")
                .bind("id", id)
                .execute();
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString("account_id"),
                new PersonId(row.getString("person")),
                new EmailAddress(row.getString("email"), row.getString("email_key")),
                new Language(row.getString("language")),
                row.getString("password") != null,
                Times.at(row, "confirmed_at"));
    }

    private static Optional<Row> by(Handle handle, String condition, String key) {
        return handle.createQuery("select %s from server.account a where %s".formatted(COLUMNS, condition))
                .bind("key", key)
                .map(AccountTable::row)
                .findOne();
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        return new Row(account(row), row.getString("password"));
    }
}
