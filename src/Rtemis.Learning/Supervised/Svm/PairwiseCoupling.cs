namespace Rtemis.Learning.Supervised.Svm;

/// <summary>
/// Class probabilities from the probabilities of one class against another. Source: T.-F. Wu, C.-J. Lin and R. C. Weng, "Probability estimates for
/// multi-class classification by pairwise coupling", JMLR 5, 2004 (the second method, algorithm 2).
/// </summary>
static class PairwiseCoupling
{
    const double Least = 1e-7;

    /// <summary>The probabilities of the classes, which sum to 1.</summary>
    /// <param name="pairs">The probability of class i against class j at [i, j], i below j; brought off 0 and 1, and the others filled in.</param>
    /// <param name="probabilities">Receives one number a class.</param>
    public static void Couple(double[,] pairs, Span<double> probabilities)
    {
        var count = probabilities.Length;
        for (var i = 0; i < count; i++)
        {
            for (var j = i + 1; j < count; j++)
            {
                pairs[i, j] = Math.Clamp(pairs[i, j], Least, 1 - Least);
                pairs[j, i] = 1 - pairs[i, j];
            }
        }
        var matrix = Matrix(pairs, count);
        var products = new double[count];
        probabilities.Fill(1.0 / count);
        for (var round = 0; round < Math.Max(100, count); round++)
        {
            var total = Multiply(matrix, probabilities, products);
            var error = 0.0;
            foreach (var product in products) error = Math.Max(error, Math.Abs(product - total));
            if (error < 0.005 / count) return;
            for (var t = 0; t < count; t++) Adjust(matrix, probabilities, products, ref total, t);
        }
    }

    static double[,] Matrix(double[,] pairs, int count)
    {
        var matrix = new double[count, count];
        for (var t = 0; t < count; t++)
        {
            for (var j = 0; j < count; j++)
            {
                if (j == t) continue;
                matrix[t, t] += pairs[j, t] * pairs[j, t];
                matrix[t, j] = -pairs[j, t] * pairs[t, j];
            }
        }
        return matrix;
    }

    static double Multiply(double[,] matrix, ReadOnlySpan<double> probabilities, double[] products)
    {
        var total = 0.0;
        for (var t = 0; t < products.Length; t++)
        {
            products[t] = 0;
            for (var j = 0; j < products.Length; j++) products[t] += matrix[t, j] * probabilities[j];
            total += probabilities[t] * products[t];
        }
        return total;
    }

    static void Adjust(double[,] matrix, Span<double> probabilities, double[] products, ref double total, int t)
    {
        var change = (total - products[t]) / matrix[t, t];
        probabilities[t] += change;
        total = (total + change * (change * matrix[t, t] + 2 * products[t])) / (1 + change) / (1 + change);
        for (var j = 0; j < products.Length; j++)
        {
            products[j] = (products[j] + change * matrix[t, j]) / (1 + change);
            probabilities[j] /= 1 + change;
        }
    }
}
