using System.Runtime.Intrinsics;

namespace Standoff.Training;

/// <summary>One direction of an LSTM layer (Hochreiter and Schmidhuber 1997) with its backward pass. Gates stand in the order input, forget, output, candidate.</summary>
internal sealed unsafe class LstmLayer(int inputs, int units, bool backwards, Seeded random)
{
    private readonly Scratch _gates = new();
    private readonly Scratch _cells = new();
    private readonly Scratch _squashed = new();
    private readonly Scratch _states = new();
    private readonly Scratch _gateGradients = new();
    private readonly Scratch _small = new();

    public Parameter Input { get; } = new(inputs, 4 * units, MathF.Sqrt(6f / (inputs + units)), random);

    public Parameter Recurrent { get; } = new(units, 4 * units, MathF.Sqrt(3f / units), random);

    public Parameter Bias { get; } = new(1, 4 * units, 0, random);

    public IEnumerable<Parameter> Parameters => [Input, Recurrent, Bias];

    public int Units => units;

    private int Place(int step, int count) => backwards ? count - 1 - step : step;

    /// <summary>Writes the states of all words into columns of <paramref name="output"/> from its start on.</summary>
    public void Forward(float* x, int count, float* output, int outputRow)
    {
        var wide = 4 * units;
        float* gates = _gates.Zeroed(count * wide), cells = _cells.Zeroed((count + 1) * units);
        float* squashed = _squashed.Zeroed(count * units), states = _states.Zeroed((count + 1) * units);
        for (var i = 0; i < count; i++) Gemm.AddTo(gates + (i * wide), Bias.Values, wide);
        Gemm.Add(gates, wide, x, inputs, 1, Input.Values, wide, count, wide, inputs);
        for (var step = 0; step < count; step++)
        {
            var place = Place(step, count);
            var g = gates + (place * wide);
            Gemm.Add(g, wide, states + (step * units), units, 1, Recurrent.Values, wide, 1, wide, units);
            Activate(g, cells + (step * units), cells + ((step + 1) * units), squashed + (place * units), states + ((step + 1) * units));
            Buffer.MemoryCopy(states + ((step + 1) * units), output + (place * outputRow), units * 4, units * 4);
        }
    }

    private void Activate(float* g, float* before, float* after, float* squashed, float* state)
    {
        for (var j = 0; j < units; j += 16)
        {
            var i = Sigmoid(Vector512.Load(g + j));
            var f = Sigmoid(Vector512.Load(g + units + j));
            var o = Sigmoid(Vector512.Load(g + (2 * units) + j));
            var u = Tanh(Vector512.Load(g + (3 * units) + j));
            var c = (f * Vector512.Load(before + j)) + (i * u);
            var t = Tanh(c);
            i.Store(g + j);
            f.Store(g + units + j);
            o.Store(g + (2 * units) + j);
            u.Store(g + (3 * units) + j);
            c.Store(after + j);
            t.Store(squashed + j);
            (o * t).Store(state + j);
        }
    }

    private static Vector512<float> Sigmoid(Vector512<float> x) => Vector512<float>.One / (Vector512<float>.One + Vector512.Exp(-x));

    private static Vector512<float> Tanh(Vector512<float> x) => (Sigmoid(x + x) * 2f) - Vector512<float>.One;

    /// <summary>Adds to the gradients of the weights and of the inputs, from the gradient of the states.</summary>
    public void Backward(float* x, float* dx, int count, float* dOutput, int outputRow)
    {
        var wide = 4 * units;
        float* gates = _gates.Values, cells = _cells.Values, squashed = _squashed.Values, states = _states.Values;
        var dGates = _gateGradients.Zeroed(count * wide);
        var dState = _small.Zeroed(2 * units);
        var dCell = dState + units;
        for (var step = count - 1; step >= 0; step--)
        {
            var place = Place(step, count);
            Gemm.AddTo(dState, dOutput + (place * outputRow), units);
            BackwardStep(gates + (place * wide), cells + (step * units), squashed + (place * units), dState, dCell, dGates + (place * wide));
            new Span<float>(dState, units).Clear();
            Gemm.Add(dState, units, dGates + (place * wide), wide, 1, Recurrent.Transposed, units, 1, units, wide);
        }

        Weights(x, dx, count, states, dGates);
    }

    private void BackwardStep(float* g, float* before, float* squashed, float* dState, float* dCell, float* dg)
    {
        var one = Vector512<float>.One;
        for (var j = 0; j < units; j += 16)
        {
            Vector512<float> i = Vector512.Load(g + j), f = Vector512.Load(g + units + j), o = Vector512.Load(g + (2 * units) + j), u = Vector512.Load(g + (3 * units) + j);
            Vector512<float> t = Vector512.Load(squashed + j), dh = Vector512.Load(dState + j);
            var dc = Vector512.Load(dCell + j) + (dh * o * (one - (t * t)));
            (dc * u * i * (one - i)).Store(dg + j);
            (dc * Vector512.Load(before + j) * f * (one - f)).Store(dg + units + j);
            (dh * t * o * (one - o)).Store(dg + (2 * units) + j);
            (dc * i * (one - (u * u))).Store(dg + (3 * units) + j);
            (dc * f).Store(dCell + j);
        }
    }

    private void Weights(float* x, float* dx, int count, float* states, float* dGates)
    {
        var wide = 4 * units;
        Gemm.Add(Input.Gradient, wide, x, 1, inputs, dGates, wide, inputs, wide, count);
        Gemm.Add(dx, inputs, dGates, wide, 1, Input.Transposed, inputs, count, inputs, wide);
        for (var i = 0; i < count; i++) Gemm.AddTo(Bias.Gradient, dGates + (i * wide), wide);
        var first = dGates + (Place(0, count) * wide);
        Gemm.Add(Recurrent.Gradient, wide, states, 1, units, first, backwards ? -wide : wide, units, wide, count);
    }
}
