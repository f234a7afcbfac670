using System.Runtime.InteropServices;

namespace Standoff.Training;

/// <summary>Aligned memory that grows and is reused from sentence to sentence.</summary>
internal sealed unsafe class Scratch
{
    private long _capacity;

    public float* Values { get; private set; }

    public float* Zeroed(long count)
    {
        if (count > _capacity)
        {
            NativeMemory.AlignedFree(Values);
            _capacity = count * 3 / 2;
            Values = Parameter.Zeros(_capacity);
        }

        NativeMemory.Clear(Values, (nuint)(count * sizeof(float)));
        return Values;
    }
}
