
CREATE TABLE Seats (
  SeatId INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  EventId INT NOT NULL,
  SeatNumber INT NOT NULL,
  Status VARCHAR(20) NOT NULL DEFAULT 'Available' CHECK (Status IN ('Available', 'Reserved', 'Booked')),
  ReservedUntil TIMESTAMPTZ NULL,
  ReservationId UUID NULL UNIQUE
);
CREATE TABLE Bookings (
  BookingId INT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  SeatId INT NOT NULL UNIQUE REFERENCES Seats(SeatId),
  IdempotencyKey UUID NULL UNIQUE
);
