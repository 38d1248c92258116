using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Numerics;

/// <summary>
/// Least squares with coefficients of at least 0 for many responses on the same few columns, of which only the products are known: the active set method from
/// the positive part of the unrestricted solution on. A coefficient that is held is exactly 0. Source: R. Bro and S. de Jong, "A fast non-negativity-constrained
/// least squares algorithm", Journal of Chemometrics 11, 1997.
/// </summary>
/// <param name="products">X'X, of full rank.</param>
sealed class NonNegativeSystem(Matrix products)
{
    const int ChunkRows = 256;
    const int StepsPerColumn = 10;
    const double Epsilon = 2.220446049250313e-16;

    readonly CholeskyPart _whole = CholeskyPart.Whole(products);

    /// <summary>The coefficients of each response.</summary>
    /// <param name="rights">X'y: one row a response, one column a column of X.</param>
    /// <param name="context">The run.</param>
    public Matrix Solve(Matrix rights, RunContext context)
    {
        var solutions = new Matrix(rights.Rows, rights.Columns);
        context.Work.ForChunks(rights.Rows, ChunkRows, (_, start, end) =>
        {
            var search = new Search(products, _whole);
            for (var i = start; i < end; i++)
            {
                if ((i - start) % 16 == 0) context.Cancellation.ThrowIfCancellationRequested();
                for (var a = 0; a < rights.Columns; a++) search.Right[a] = rights[i, a];
                search.Run();
                for (var a = 0; a < rights.Columns; a++) solutions[i, a] = search.Solution[a];
            }
        });
        return solutions;
    }

    sealed class Search(Matrix products, CholeskyPart whole)
    {
        readonly List<int> _free = [];
        readonly CholeskyPart _part = new(products);
        readonly double[] _candidate = new double[products.Columns];

        public double[] Right { get; } = new double[products.Columns];

        public double[] Solution { get; } = new double[products.Columns];

        public void Run()
        {
            whole.Solve(Right, _candidate);
            _free.Clear();
            for (var a = 0; a < Solution.Length; a++)
            {
                Solution[a] = Math.Max(0, _candidate[a]);
                if (_candidate[a] > 0) _free.Add(a);
            }
            if (_free.Count == Solution.Length) return;
            Settle();
            var tolerance = 10 * Epsilon * Math.Abs(TensorPrimitives.MaxMagnitude<double>(Right));
            for (var step = 0; step < StepsPerColumn * Solution.Length && Steepest() is var (column, slope) && slope > tolerance; step++)
            {
                _free.Add(column);
                Settle();
            }
        }

        // The held coefficient whose growth would help most.
        (int Column, double Slope) Steepest()
        {
            var best = (Column: -1, Slope: double.NegativeInfinity);
            for (var a = 0; a < Solution.Length; a++)
            {
                if (_free.Contains(a)) continue;
                var slope = Right[a] - TensorPrimitives.Dot<double>(products.Column(a), Solution);
                if (slope > best.Slope) best = (a, slope);
            }
            return best;
        }

        // Moves to the solution of the free coefficients, holding those that would turn negative on the way.
        void Settle()
        {
            while (_free.Count > 0)
            {
                _part.Factor(_free);
                _part.Solve(Right, _candidate);
                var share = 1.0;
                foreach (var a in _free)
                    if (_candidate[a] <= 0) share = Math.Min(share, Bound(a));
                foreach (var a in _free)
                {
                    var stops = _candidate[a] <= 0 && Bound(a) <= share;
                    Solution[a] = stops ? 0 : share == 1 ? _candidate[a] : Solution[a] + share * (_candidate[a] - Solution[a]);
                }
                if (_free.RemoveAll(a => Solution[a] <= 0) == 0) return;
                foreach (ref var value in Solution.AsSpan()) value = Math.Max(0, value);
            }
        }

        // How far one can go before a coefficient is 0.
        double Bound(int a) => Solution[a] > _candidate[a] ? Solution[a] / (Solution[a] - _candidate[a]) : 0;
    }
}
