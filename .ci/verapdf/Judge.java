import java.io.File;
import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.Scanner;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Asks veraPDF about many files in one run: for each file named on standard input and
 * each flavour given (ua1, 3a), one line, "FLAVOUR FILE ok", or one for each rule that
 * is broken: "FLAVOUR FILE clause-test: what is asked, at the first place".
 */
class Judge {
    public static void main(String[] flavours) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        Scanner files = new Scanner(System.in, "UTF-8");
        while (files.hasNextLine()) {
            String file = files.nextLine();
            for (String flavour : flavours) {
                judge(flavour, file);
            }
        }
    }

    static void judge(String name, String file) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.fromString(name);
        try (InputStream in = new FileInputStream(new File(file));
             PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            Map<String, String> broken = new TreeMap<>();
            for (TestAssertion a : result.getTestAssertions()) {
                if (a.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = a.getRuleId().getClause() + "-" + a.getRuleId().getTestNumber();
                    broken.putIfAbsent(rule, a.getMessage() + ", at " + a.getLocation().getContext());
                }
            }
            for (Map.Entry<String, String> b : broken.entrySet()) {
                System.out.println(name + " " + file + " " + b.getKey() + ": " + b.getValue().replace('\n', ' '));
            }
            if (result.isCompliant()) {
                System.out.println(name + " " + file + " ok");
            }
        }
    }
}
