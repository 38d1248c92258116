namespace Rtemis.Learning.Supervised.Glmnet;

/// <summary>A least squares problem as coordinate descent sees it: slopes that change as coefficients move.</summary>
abstract class Quadratic
{
    /// <summary>Is told before each pass over columns.</summary>
    public virtual void BeginPass()
    {
    }

    /// <summary>How fast a coefficient's slope falls as it grows; asked for after the slope.</summary>
    public abstract double Curvature(int column);

    /// <summary>How much the sum of squares would gain from a larger coefficient, per unit, where the coefficients are now.</summary>
    public abstract double Slope(int column);

    /// <summary>Moves a coefficient.</summary>
    public abstract void Move(int column, double step);

    /// <summary>Moves the intercept, where there is one, to where its slope is 0.</summary>
    /// <returns>The step, and the intercept's curvature.</returns>
    public abstract (double Step, double Curvature) MoveIntercept();
}
