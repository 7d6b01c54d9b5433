package org.migrationhub.core.content;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one text of strict JSON; see {@link CanonicalJson#parse(byte[])} for what it refuses. */
final class JsonParser {

    private static final int END = -1;

    private final String json;
    private int at;
    private int depth;

    JsonParser(String json) {
        this.json = json;
    }

    Object parse() {
        Object value = value();
        end();
        return value;
    }

    Map<String, Object> parseObject() {
        skipSpace();
        if (peek() != '{') {
            throw refusal("an object was expected");
        }
        Map<String, Object> object = object();
        end();
        return object;
    }

    private void end() {
        skipSpace();
        if (peek() != END) {
            throw refusal("nothing more was expected");
        }
    }

    private Object value() {
        skipSpace();
        return switch (peek()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            case 't' -> literal("true", true);
            case 'f' -> literal("false", false);
            case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> integer();
            default -> throw refusal("an object, array, string, integer, true or false was expected");
        };
    }

    private Map<String, Object> object() {
        open('{');
        Map<String, Object> members = new LinkedHashMap<>();
        if (!skip('}')) {
            do {
                member(members);
            } while (goesOn('}'));
        }
        depth--;
        return Collections.unmodifiableMap(members);
    }

    private void member(Map<String, Object> members) {
        skipSpace();
        int start = at;
        String name = string();
        expect(':');
        if (members.containsKey(name)) {
            at = start;
            throw refusal("this key occurs twice");
        }
        members.put(name, value());
    }

    private List<Object> array() {
        open('[');
        List<Object> elements = new ArrayList<>();
        if (!skip(']')) {
            do {
                elements.add(value());
            } while (goesOn(']'));
        }
        depth--;
        return Collections.unmodifiableList(elements);
    }

    private void open(char bracket) {
        if (++depth > CanonicalJson.MAX_DEPTH) {
            throw refusal("nested deeper than " + CanonicalJson.MAX_DEPTH + " levels");
        }
        expect(bracket);
    }

    /** Passes a comma, or the closing bracket: then there is nothing more. */
    private boolean goesOn(char closing) {
        if (skip(closing)) {
            return false;
        }
        expect(',');
        return true;
    }

    private Object literal(String word, boolean value) {
        if (!json.startsWith(word, at)) {
            throw refusal(word + " was expected");
        }
        at += word.length();
        return value;
    }

    private Long integer() {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        while (isDigit(peek())) {
            at++;
        }
        if (".eE".indexOf(peek()) >= 0) {
            throw refusal("only whole numbers without an exponent are known");
        }
        return integer(start, json.substring(start, at));
    }

    private Long integer(int start, String digits) {
        if (!digits.matches("0|-?[1-9][0-9]*")) {
            at = start;
            throw refusal("this is no plain whole number");
        }
        if (digits.length() > 20 || new BigInteger(digits).bitLength() > 63) {
            at = start;
            throw refusal("this number needs more than 64 bits");
        }
        return Long.valueOf(digits);
    }

    private String string() {
        expect('"');
        StringBuilder text = new StringBuilder();
        int start = at;
        while (peek() != '"') {
            text.append(unit());
        }
        at++;
        checkPairs(start, text);
        return text.toString();
    }

    private char unit() {
        int unit = peek();
        if (unit < 0x20) {
            throw refusal(unit == END ? "the string has no end" : "a control character must be escaped");
        }
        at++;
        return unit == '\\' ? escaped() : (char) unit;
    }

    private char escaped() {
        int letter = peek();
        at++;
        return switch (letter) {
            case '"', '\\', '/' -> (char) letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> hexadecimal();
            default -> {
                at--;
                throw refusal("this escape is not known");
            }
        };
    }

    private char hexadecimal() {
        int unit = 0;
        for (int digit = 0; digit < 4; digit++) {
            if ("0123456789abcdefABCDEF".indexOf(peek()) < 0) {
                throw refusal("a hexadecimal digit was expected");
            }
            unit = unit * 16 + Character.digit(peek(), 16);
            at++;
        }
        return (char) unit;
    }

    private void checkPairs(int start, CharSequence text) {
        if (text.codePoints().anyMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)) {
            at = start;
            throw refusal("this string holds half a surrogate pair");
        }
    }

    private void expect(char symbol) {
        if (!skip(symbol)) {
            throw refusal(symbol + " was expected");
        }
    }

    private boolean skip(char symbol) {
        skipSpace();
        if (peek() != symbol) {
            return false;
        }
        at++;
        return true;
    }

    private void skipSpace() {
        while (" \t\n\r".indexOf(peek()) >= 0) {
            at++;
        }
    }

    private int peek() {
        return at < json.length() ? json.charAt(at) : END;
    }

    private static boolean isDigit(int unit) {
        return unit >= '0' && unit <= '9';
    }

    private IllegalArgumentException refusal(String why) {
        return new IllegalArgumentException("JSON refused at offset " + at + ": " + why);
    }
}
