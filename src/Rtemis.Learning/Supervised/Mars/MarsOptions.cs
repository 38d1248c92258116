using System.Globalization;
using Rtemis.Learning.Data;

namespace Rtemis.Learning.Supervised.Mars;

/// <summary>Refuses what earth refuses, in its words, before any work is done.</summary>
static class MarsOptions
{
    const int MostDegree = 10;
    const int MostTerms = 1000;
    const int MostPenalty = 1000;
    const int MostRepeats = 1000;

    /// <exception cref="LearningException">An option can't be used, alone, with another one or with these cases.</exception>
    public static void Check(MarsParameters parameters, SupervisedData data)
    {
        var cases = data.Rows;
        if (data.Classes.Count > 2 && parameters.Pruning is not ("backward" or "none"))
        {
            throw new LearningException("rtemis_value_error",
                "Multiclass classification fits one response column per class, and earth prunes a multi-column response with \"backward\" or \"none\" only; " +
                $"got `pmethod = \"{parameters.Pruning}\"`.");
        }
        if (parameters.Pruning == "cv" && parameters.Folds < 2) throw Refused("the nfold argument must be specified when pmethod=\"cv\"");
        if (parameters.Repeats > MostRepeats) throw Refused($"ncross {parameters.Repeats} is too big (max allowed is {MostRepeats})");
        if (parameters.Repeats > 1 && parameters.Folds < 2) throw Refused($"ncross={parameters.Repeats} yet nfold={parameters.Folds}");
        if (parameters.Degree > MostDegree) throw Refused($"degree={parameters.Degree} but it should be between 0 and {MostDegree}");
        if (parameters.MostTerms > MostTerms) throw Refused($"nk={parameters.MostTerms} but it should be between 1 and {MostTerms}");
        if (parameters.KnotPenalty is < 0 and not -1)
            throw Refused($"penalty {Text(parameters.KnotPenalty)} is less than 0 and the only legal value less than 0 is -1 (meaning terms and knots are free)");
        if (parameters.KnotPenalty > MostPenalty) throw Refused($"penalty {Text(parameters.KnotPenalty)} is greater than {MostPenalty}");
        if (parameters.MinSpan > cases) throw Refused($"minspan {parameters.MinSpan} is greater than the number of cases {cases}");
        if (parameters.EndSpan > cases) throw Refused($"endspan {parameters.EndSpan} is greater than the number of cases {cases}");
    }

    static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    static LearningException Refused(string message) => new("simpleError", message);
}
