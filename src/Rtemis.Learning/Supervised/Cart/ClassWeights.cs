namespace Rtemis.Learning.Supervised.Cart;

/// <summary>The weight of each class on both sides of a split under way, and the Gini impurity that they leave.</summary>
ref struct ClassWeights
{
    readonly Span<double> _left;
    readonly Span<double> _right;
    double _leftTotal;
    double _rightTotal;

    /// <summary>All weight on the right side.</summary>
    /// <param name="left">Memory for the left side, one place a class, zero.</param>
    /// <param name="right">The weight of each class.</param>
    public ClassWeights(Span<double> left, Span<double> right)
    {
        _left = left;
        _right = right;
        foreach (var weight in right) _rightTotal += weight;
    }

    /// <summary>The impurity of the undivided cases.</summary>
    public readonly double Undivided
    {
        get
        {
            var sum = 0.0;
            foreach (var weight in _right) sum += Impurity(weight, _rightTotal);
            return sum;
        }
    }

    /// <summary>The impurity of both sides together, each p(1 - p) counted by the side's weight.</summary>
    public readonly double Divided
    {
        get
        {
            var sum = 0.0;
            for (var k = 0; k < _left.Length; k++)
            {
                sum += Impurity(_left[k], _leftTotal);
                sum += Impurity(_right[k], _rightTotal);
            }
            return sum;
        }
    }

    /// <summary>Whether the classes of the left side come earlier on average than those of the right side.</summary>
    public readonly bool LeftIsLower
    {
        get
        {
            double left = 0, right = 0;
            for (var k = 0; k < _left.Length; k++)
            {
                left += k * _left[k];
                right += k * _right[k];
            }
            return left / _leftTotal < right / _rightTotal;
        }
    }

    /// <summary>Moves weight of a class to the left; a negative weight moves it back.</summary>
    public void MoveLeft(int k, double weight)
    {
        _left[k] += weight;
        _right[k] -= weight;
        _leftTotal += weight;
        _rightTotal -= weight;
    }

    static double Impurity(double weight, double total)
    {
        var p = weight / total;
        return total * (p * (1 - p));
    }
}
