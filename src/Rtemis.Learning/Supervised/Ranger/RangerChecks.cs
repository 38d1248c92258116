using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Supervised.Forests;

namespace Rtemis.Learning.Supervised.Ranger;

/// <summary>Refuses what rtemis and ranger refuse, in their words, before any work is done.</summary>
/// <param name="parameters">The hyperparameters.</param>
/// <param name="data">The cases.</param>
sealed class RangerChecks(RangerParameters parameters, SupervisedData data)
{
    const string Regression = "regression";
    const string Classification = "classification";

    bool IsClassification => data.Task == TaskType.Classification;

    /// <exception cref="LearningException">An option can't be used, alone, with another one or with these cases.</exception>
    public void Run()
    {
        Lengths();
        Missing(data.Features);
        if (!parameters.KeepsForest)
            throw Refused("Error: No saved forest in ranger object. Please set write.forest to TRUE when calling ranger.");
        if (parameters.Importance == "none")
            throw Refused("No variable importance found. Please use 'importance' option when growing the forest.");
        if (parameters.Quantiles && IsClassification) throw Refused("Error: Quantile prediction implemented only for regression outcomes.");
        if (parameters.Regularization > 1) throw Refused("The regularization coefficients cannot be greater than 1.");
        if (parameters.Regularization <= 0) throw Refused("The regularization coefficients cannot be smaller than 0.");
        Rule();
        if (parameters.LeastShare > 0.5) throw Refused("Error: Invalid value for minprop, please give a value between 0 and 0.5.");
        if (parameters.UsedFactors == RangerParameters.Partition) Sets();
        if (parameters.Always.Count + (parameters.Candidates ?? ForestOptions.DefaultCandidates(data.Features.Count)) > data.Features.Count)
        {
            throw Refused(
                "Number of variables to be always considered for splitting plus mtry cannot be larger than number of independent variables.");
        }
    }

    /// <summary>Refuses features that miss values.</summary>
    public static void Missing(IReadOnlyList<Column> features)
    {
        var names = features.Where(MissingCells.Any).Select(f => f.Name).ToList();
        if (names.Count > 0) throw Refused($"Missing data in columns: {string.Join(", ", names)}.");
    }

    internal static LearningException Refused(string message) => new("simpleError", message);

    void Lengths()
    {
        var features = data.Features.Count;
        if (parameters.Candidates > features)
        {
            throw new LearningException(
                "rtemis_range_error", $"`mtry` cannot be greater than the number of features ({features}); got {parameters.Candidates}.");
        }
        Length("case_weights", "case", data.Rows, parameters.CaseWeights?.Count);
        if (IsClassification) Length("class_weights", "class", data.Classes.Count, parameters.ClassWeights?.Count);
        foreach (var weights in parameters.FeatureWeights ?? []) Length("split_select_weights", "feature", features, weights.Count);
        var unknown = parameters.Always.Except(data.Features.Select(f => f.Name)).ToList();
        if (unknown.Count > 0)
        {
            throw new LearningException(
                "rtemis_value_error", $"`always_split_variables` must name training features; not found: {string.Join(", ", unknown)}.");
        }
        foreach (var sample in parameters.Samples ?? []) Length("inbag", "case", data.Rows, sample.Count);
    }

    static void Length(string name, string noun, int expected, int? got)
    {
        if (got is null || got == expected) return;
        throw new LearningException("rtemis_length_error", $"`{name}` must have one value per {noun}: expected length {expected}, got {got}.");
    }

    void Rule()
    {
        switch (parameters.SplitRule)
        {
            case null or "extratrees" or "variance" when !IsClassification:
            case null or "extratrees" or "gini" when IsClassification:
            case "maxstat" when !IsClassification && parameters.Regularization == 1:
                return;
            case "gini" or "variance":
                var rule = parameters.SplitRule == "gini" ? "Gini" : "variance";
                throw Refused($"Error: {rule} splitrule applicable to {(IsClassification ? Regression : Classification)} data only.");
            case "maxstat":
                throw Refused(IsClassification
                    ? "Error: maxstat splitrule applicable to regression or survival data only."
                    : "Error: Regularization cannot be used with 'maxstat' splitrule.");
            case "beta":
                if (IsClassification) throw Refused("Error: beta splitrule applicable to regression data only.");
                foreach (var number in data.Numbers.Span)
                    if (number is < 0 or > 1) throw Refused("Error: beta splitrule applicable to regression data with outcome between 0 and 1 only.");
                return;
            case "hellinger":
                if (data.Classes.Count != 2) throw Refused("Error: Hellinger splitrule only implemented for binary classification.");
                return;
            case "logrank":
                throw Refused("Error: logrank splitrule applicable to survival data only.");
            case "C" or "auc" or "C_ignore_ties" or "auc_ignore_ties":
                throw Refused("Error: C index splitrule applicable to survival data only.");
            default:
                throw Refused("Error: Unknown splitrule.");
        }
    }

    void Sets()
    {
        if (parameters is { SplitRule: "extratrees", SavesMemory: true })
            throw Refused("Error: save.memory option not possible in extraTrees mode with unordered predictors.");
        var widest = data.Features.OfType<FactorColumn>().MaxBy(f => f.Levels.Count);
        if (widest is null) return;
        if (widest.Levels.Count > NodeSplit.MostLevels)
        {
            throw Refused(
                $"Too many levels in unordered categorical variable {widest.Name}. Only {NodeSplit.MostLevels} levels allowed on this system. " +
                "Consider using the 'order' option.");
        }
        if (parameters.SplitRule is "maxstat" or "beta")
            throw Refused($"Error: Unordered factor splitting not implemented for '{parameters.SplitRule}' splitting rule.");
    }
}
