using Rtemis.Data;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;
using Rtemis.Learning.Training;

namespace Rtemis.Learning.Tests.Training;

public sealed class DataCheckTests
{
    static readonly Column X = new DoubleColumn("x", new[] { 1.0, 2 });
    static readonly Column Y = new DoubleColumn("y", new[] { 1.0, 2 });
    static readonly Column NotANumber = new DoubleColumn("x", new[] { 1.0, double.NaN });
    static readonly Column Flag = new LogicalColumn("b", BitView.Pack(2, i => i == 0));
    static readonly Column Day = new DateColumn("d", new[] { 1, 2 });

    [Fact]
    public void NumbersAndFactorsPass()
    {
        Assert.Null(Problem([X, new FactorColumn("f", new[] { 0, -1 }, ["a"])], Y, allowsMissing: true));
        Assert.Null(Problem([X], new IntegerColumn("y", new[] { 1, 2 })));
    }

    [Fact]
    public void RefusalsAreRtemis()
    {
        Assert.Equal(("rtemis_dim_error", "Data must contain at least 1 feature and 1 outcome column."), Problem([], Y));
        Assert.Equal(("rtemis_data_error", "Columns b, d are not numeric or factor."), Problem([Flag, X, Day], NotANumber));
        Assert.Equal(("rtemis_missing_data", "Training set outcome cannot contain any missing values."), Problem([NotANumber], NotANumber));
        Assert.Equal(("rtemis_missing_data", "Data should not contain missing values."), Problem([X, NotANumber], Y));
        Assert.Equal(("rtemis_outcome_error", "Outcome must be integer, numeric, or factor; was logical."), Problem([X], Flag));
        Assert.Equal(("rtemis_outcome_error", "Outcome must be integer, numeric, or factor; was Date."), Problem([X], Day));
        Assert.Equal(("rtemis_outcome_error", "Outcome must have at least 2 levels."), Problem([X], new FactorColumn("y", new[] { 0, 0 }, ["a"])));
    }

    [Fact]
    public void ARefusalIsToldByItsCondition()
    {
        var said = new List<string>();
        var data = new SupervisedData([], Y);
        Assert.Throws<LearningException>(() => DataCheck.Run(data, true, new RunContext(m => said.Add($"{m.Stage}: {m.Text}"))));
        Assert.Equal([": Checking data is ready for training...", "check_supervised: ✖ rtemis_dim_error"], said);
    }

    static (string Condition, string Message)? Problem(Column[] features, Column outcome, bool allowsMissing = false)
    {
        try
        {
            DataCheck.Run(new SupervisedData(features, outcome), allowsMissing, new RunContext());
            return null;
        }
        catch (LearningException refused)
        {
            return (refused.Condition, refused.Message);
        }
    }
}
