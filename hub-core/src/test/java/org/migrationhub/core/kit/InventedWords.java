package org.migrationhub.core.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.migrationhub.core.vocabulary.Language;

/**
 * Words that mean nothing, in four scripts, made so that a search engine has nothing to add to them: no stemmer finds an
 * ending to take off, none is on a list of stop words or synonyms, and any two of one script differ in at least three
 * letters, so that none is taken for a mistyped other. What is found by them is exactly what holds them.
 *
 * <p>Chinese ones are of two characters, none of which is in another word.
 */
final class InventedWords {

    /** A prime, so that two words that agree in two of their four variable letters are the same word. */
    private static final int LETTERS = 13;

    private static final int COUNT = 120;

    private static final List<String> LATIN = words("bdfgklmnprtvz", "aouo", "k");
    private static final List<String> CYRILLIC = words("бдзжглмпртфхц", "аоуо", "к");
    private static final List<String> ARABIC = words("بتثجحخدرزسشصط", "اويو", "ك");
    private static final List<String> CHINESE =
            pairs("山水火木金土石田林河海湖江泉星月云雨雪风花草叶根枝果种米麦豆鱼鸟马牛羊虎龙龟蛇兔门窗墙桥路船车灯钟镜" + "刀弓箭旗鼓琴笔纸书画布线针衣帽鞋碗盘杯锅炉盐糖茶酒油肉蛋菜瓜桃梨柳松竹梅兰菊");
    private static final Map<Language, List<String>> BY_LANGUAGE =
            Map.of(Language.AR, ARABIC, Language.RU, CYRILLIC, Language.ZH, CHINESE);

    private InventedWords() {}

    /** The words of a language, those to be used most often first. */
    static List<String> in(Language language) {
        return BY_LANGUAGE.getOrDefault(language, LATIN);
    }

    /** A letter, a vowel, and so on; any two of the four letters say which word it is. */
    private static List<String> words(String letters, String vowels, String end) {
        List<String> words = new ArrayList<>();
        for (int number = 0; number < COUNT; number++) {
            int first = number % LETTERS;
            int second = number / LETTERS;
            int[] code = {first, second, (first + second) % LETTERS, (first + 2 * second) % LETTERS};
            StringBuilder word = new StringBuilder();
            for (int place = 0; place < code.length; place++) {
                word.append(letters.charAt(code[place])).append(vowels.charAt(place));
            }
            words.add(word + end);
        }
        return List.copyOf(words);
    }

    private static List<String> pairs(String characters) {
        List<String> pairs = new ArrayList<>();
        for (int first = 0; first + 1 < characters.length(); first += 2) {
            pairs.add(characters.substring(first, first + 2));
        }
        return List.copyOf(pairs);
    }
}
