using System.Numerics.Tensors;
using Rtemis.Learning.Data;
using Rtemis.Learning.Numerics;
using Rtemis.Learning.Running;

namespace Rtemis.Learning.Decomposition.Nmf;

/// <summary>
/// Factors that are found in turn by non-negative least squares, one of them sparse: each of its items has a penalty on the square of its sum, the other
/// factor one on its squares. Source: H. Kim and H. Park, "Sparse non-negative matrix factorizations via alternating non-negativity-constrained least
/// squares for microarray data analysis", Bioinformatics 23(12), 2007.
/// </summary>
sealed class SparseFit
{
    const int MostIterations = 20_000;
    const int MostRestarts = 10;
    const int Every = 5;
    const int LeastUnchanged = 10;
    const double Sparsity = 0.01;
    const double Tolerance = 1e-4;

    readonly NumericFrame _data;
    readonly bool _sparseBasis;
    readonly double _bound;
    readonly RunContext _context;
    readonly SparseFactor _sparse;
    readonly SparseFactor _dense;
    double _firstViolation = double.NaN;
    int _unchanged;

    SparseFit(NumericFrame data, int components, double largest, bool sparseBasis, RunContext context)
    {
        (_data, _sparseBasis, _bound, _context) = (data, sparseBasis, largest, context);
        var factors = NmfFactors.Draw(data.Rows, data.Columns, components, largest, offset: false, context);
        _dense = new SparseFactor(largest * largest, 0) { Values = Unit(sparseBasis ? factors.CoefficientMatrix : factors.Basis) };
        _sparse = new SparseFactor(Sparsity, Sparsity) { Values = new Matrix(sparseBasis ? data.Columns : data.Rows, components) };
    }

    /// <summary>Goes on until the factors are an optimum. Where components are lost again and again, it ends with what there is, as in R.</summary>
    public static NmfFit Of(NumericFrame data, int components, double largest, bool sparseBasis, RunContext context) =>
        new SparseFit(data, components, largest, sparseBasis, context).Run();

    NmfFit Run()
    {
        var (iteration, restarts) = (0, 0);
        while (iteration < MostIterations)
        {
            iteration++;
            Solve(_sparse, _dense);
            if (_sparse.HasEmptyComponent)
            {
                if (++restarts == MostRestarts)
                {
                    _context.Say("NMF::snmf - Too many restarts due to too big 'beta' value [Computation stopped after the 9th restart]", level: TextLevel.Warn);
                    break;
                }
                Restart();
                continue;
            }
            Solve(_dense, _sparse);
            if ((iteration % Every == 0 || double.IsNaN(_firstViolation)) && IsReached()) break;
        }
        return new NmfFit(_sparseBasis ? _sparse.Values : _dense.Values, null, iteration, Objective());
    }

    // The data times the factor that is given.
    Matrix Rights(SparseFactor given) => given == (_sparseBasis ? _dense : _sparse)
        ? TallCrossProduct.Of(new FrameColumns(_data), given.Values, _context)
        : TallProduct.Of(new FrameColumns(_data), given.Values, _context);

    void Solve(SparseFactor factor, SparseFactor given) =>
        factor.Values = new NonNegativeSystem(factor.Penalized(given.Products(_context.Work))).Solve(Rights(given), _context);

    void Restart()
    {
        _firstViolation = double.NaN;
        _unchanged = 0;
        _sparse.Forget();
        _dense.Forget();
        var values = new Matrix(_dense.Values.Rows, _dense.Values.Columns);
        foreach (ref var value in values.Values.AsSpan()) value = _context.Random.NextUniform();
        _dense.Values = Unit(values);
    }

    bool IsReached()
    {
        _unchanged = _dense.KeepsLargest() & _sparse.KeepsLargest() ? _unchanged + 1 : 0;
        var sparse = _sparse.Violation(_sparse.Penalized(_dense.Products(_context.Work)), Rights(_dense), _context);
        var dense = _dense.Violation(_dense.Penalized(_sparse.Products(_context.Work)), Rights(_sparse), _context);
        var violation = (sparse.Sum + dense.Sum) / (sparse.Count + dense.Count);
        if (double.IsNaN(_firstViolation)) _firstViolation = violation;
        return _unchanged >= LeastUnchanged && violation <= Tolerance * _firstViolation;
    }

    // The bound counts once here, though its square does in the search: so the R package NMF has it.
    double Objective()
    {
        var squares = Enumerable.Range(0, _data.Columns).Sum(j => TensorPrimitives.SumOfSquares(_data.Column(j)));
        var cross = TensorPrimitives.Dot<double>(Rights(_dense).Values, _sparse.Values.Values);
        var fitted = TensorPrimitives.Dot<double>(_dense.Products(_context.Work).Values, _sparse.Products(_context.Work).Values);
        var sums = new double[_sparse.Values.Rows];
        for (var a = 0; a < _sparse.Values.Columns; a++) TensorPrimitives.Add(sums, _sparse.Values.Column(a), sums);
        return (squares - 2 * cross + fitted + _bound * TensorPrimitives.SumOfSquares<double>(_dense.Values.Values)
            + Sparsity * TensorPrimitives.SumOfSquares<double>(sums)) / 2;
    }

    static Matrix Unit(Matrix values)
    {
        for (var a = 0; a < values.Columns; a++) TensorPrimitives.Divide(values.Column(a), TensorPrimitives.Norm<double>(values.Column(a)), values.Column(a));
        return values;
    }
}
